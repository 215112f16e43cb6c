import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pageFilter } from '@/lib/doors/page';
import { AppError } from '@/lib/errors';
import { line } from '@/lib/fields';
import { parseInput } from '@/lib/forms/validation';

const schema = z.strictObject({ name: z.string().optional(), list: z.array(z.string()).optional() });

function refusal(input: unknown): unknown {
  try {
    return parseInput(schema, input);
  } catch (error) {
    return error instanceof AppError && error.fields;
  }
}

describe('a text that the database cannot keep', () => {
  it.each(['a\0b', 'a\ud800b', '\udc00'])('%j is a wrong value of its field', (text) => {
    expect(refusal({ name: text })).toEqual({ name: [{ key: 'invalid' }] });
    expect(refusal({ list: ['fine', text] })).toEqual({ list: [{ key: 'invalid' }] });
  });

  it('is passed over in the address of a page', async () => {
    expect(await pageFilter(schema, Promise.resolve({ name: '\0' }))).toEqual({});
  });

  it('is not one with a whole pair in it', () => {
    expect(refusal({ name: 'a🏡b' })).toEqual({ name: 'a🏡b' });
  });
});

describe('a line', () => {
  it('keeps its words apart where it was broken', () => {
    expect(line().parse(' Jane\r\nOkafor\u2028\t\u001b[1m ')).toBe('Jane Okafor [1m');
  });

  it.each(['', ' ', '\u0085', '\u001c\t'])('%j says nothing', (text) => {
    expect(line().safeParse(text).success).toBe(false);
  });
});
