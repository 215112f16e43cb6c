import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formInput, sentForm } from '@/lib/forms/form-values';
import { typedValues } from '@/lib/forms/typed-values';

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

  const order = z.strictObject({
    lines: z.array(z.strictObject({ text: z.string(), quantity: z.number(), tags: z.array(z.string()).optional() })),
    owner: z.strictObject({ name: z.string(), agreed: z.boolean().optional() }).optional(),
    ids: z.array(z.string()).optional(),
  });

  it('names with dots are rows and objects, in the types of the schema', () => {
    const sent = form(
      ['lines.1.text', 'Second'],
      ['lines.1.quantity', '2.5'],
      ['lines.0.text', ''],
      ['lines.0.quantity', 'many'],
      ['lines.0.tags', 'a'],
      ['lines.0.tags', 'b'],
      ['owner.name', 'Jane'],
      ['owner.agreed', 'on'],
    );
    expect(formInput(order, sent)).toEqual({
      lines: [
        { text: null, quantity: 'many', tags: ['a', 'b'] },
        { text: 'Second', quantity: 2.5 },
      ],
      owner: { name: 'Jane', agreed: true },
    });
  });

  it('rows have a number up to 1,000: the lines of the longest invoice and one more', () => {
    expect(formInput(order, form(['lines.1000.text', 'last'])).lines).toEqual([{ text: 'last' }]);
    expect(formInput(order, form(['lines.1001.text', 'x'])).lines).toBeUndefined();
  });

  it('rows are read by number, so the tenth follows the ninth, and gaps are closed', () => {
    const names = Array.from({ length: 11 }, (_, index) => index).filter((index) => index !== 4);
    const sent = form(...names.map((index): [string, string] => [`lines.${index}.text`, `row ${index}`]));
    expect(formInput(order, sent).lines).toEqual(names.map((index) => ({ text: `row ${index}` })));
  });

  it.each([
    'lines.1001.text',
    'lines.01.text',
    'lines.-1.text',
    'lines.x.text',
    'lines.0',
    'lines.__proto__.text',
    'ids.0',
    'ids.0.text',
    'other.0.text',
    'owner',
    '__proto__.polluted',
  ])('%s is no place in the schema and stays a name for it to refuse', (name) => {
    const input = formInput(order, form([name, 'x']));
    expect(Object.keys(input)).toEqual([name]);
    expect(order.safeParse(input).success).toBe(false);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('an error in a row has the name of its field', () => {
    const input = formInput(order, form(['lines.0.text', 'Beam'], ['lines.0.quantity', 'many']));
    expect(order.safeParse(input).error?.issues.map(({ path }) => path.join('.'))).toEqual(['lines.0.quantity']);
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
    expect(typedValues(data)).toEqual({ name: ['Jane'] });
  });

  it('is all of a repeated field', () => {
    expect(typedValues(form(['ids', 'a'], ['ids', 'b'], ['lines.0.text', 'Beam']))).toEqual({
      ids: ['a', 'b'],
      'lines.0.text': ['Beam'],
    });
  });
});
