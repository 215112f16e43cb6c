import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pageFilter } from '@/lib/doors/page';
import { AppError } from '@/lib/errors';
import { formInput } from '@/lib/forms/form-values';
import { parseInput } from '@/lib/forms/validation';

const schema = z.strictObject({ name: z.string().optional() });
const inherited = ['constructor', 'toString', 'hasOwnProperty', '__proto__'];

function refusedFields(input: unknown): string[] {
  try {
    parseInput(schema, input);
    return [];
  } catch (error) {
    return error instanceof AppError ? Object.keys(error.fields) : ['not refused in words'];
  }
}

describe('a field named like what every object has', () => {
  it.each(inherited)('%s is an unknown field, reported under its name', (name) => {
    expect(refusedFields(JSON.parse(`{"${name}": 1}`))).toEqual([name]);
  });

  it.each(inherited)('%s in a form is one too', (name) => {
    const data = new FormData();
    data.append(name, '');
    expect(refusedFields(formInput(schema, data))).toEqual([name]);
  });

  it.each(inherited)('%s in the address of a page is passed over', async (name) => {
    const input = Object.fromEntries([[name, '1']]);
    expect(await pageFilter(schema, Promise.resolve(input))).toEqual({});
  });
});
