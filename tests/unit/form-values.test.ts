import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formInput, sentForm, typedValues } from '@/lib/forms/form-values';

const schema = z.strictObject({
  name: z.string(),
  note: z.string().nullish(),
  percent: z.number().optional(),
  enabled: z.boolean().default(false),
  ids: z.array(z.uuid()).optional(),
});

function form(...pairs: [string, string | Blob][]): FormData {
  const data = new FormData();
  for (const [name, value] of pairs) data.append(name, value);
  return data;
}

describe('what a form says, in the types its schema wants', () => {
  it('an empty box clears', () => {
    expect(formInput(schema, form(['name', 'Jane'], ['note', '  ']))).toEqual({ name: 'Jane', note: null });
  });

  it('a number that reads as one is a number, anything else stays for the schema to refuse', () => {
    expect(formInput(schema, form(['percent', ' 42.5 ']))).toEqual({ percent: 42.5 });
    expect(formInput(schema, form(['percent', '1e3']))).toEqual({ percent: '1e3' });
    expect(formInput(schema, form(['name', '42']))).toEqual({ name: '42' });
  });

  it('the last of a hidden "false" and a ticked "true" decides', () => {
    expect(formInput(schema, form(['enabled', 'false'], ['enabled', 'true']))).toEqual({ enabled: true });
    expect(formInput(schema, form(['enabled', 'false']))).toEqual({ enabled: false });
    expect(formInput(schema, form(['name', 'Jane']))).toEqual({ name: 'Jane' });
  });

  it('a list keeps all its values', () => {
    expect(formInput(schema, form(['ids', 'a'], ['ids', 'b']))).toEqual({ ids: ['a', 'b'] });
  });

  it('React’s own fields are not input', () => {
    expect(formInput(schema, form(['$ACTION_ID_1', 'x'], ['name', 'Jane']))).toEqual({ name: 'Jane' });
  });
});

describe('what is sent in place of a form', () => {
  it.each([undefined, null, 'name=Jane', { name: 'Jane' }])('%j says nothing', (sent) => {
    expect([...sentForm(sent)]).toEqual([]);
  });
});

describe('what is shown again after an error', () => {
  it('is what was typed, but never a password or a file', () => {
    const data = form(['name', 'Jane'], ['newPassword', 'secret'], ['file', new Blob(['x'])], ['$ACTION_KEY', 'k']);
    expect(typedValues(data)).toEqual({ name: 'Jane' });
  });
});
