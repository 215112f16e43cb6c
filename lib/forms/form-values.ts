import { z } from 'zod';
import { decimals } from '@/lib/fields';
import { isMark } from '@/lib/forms/marks';
import { plainDecimal } from '@/lib/numbers';

type FormValue = string | boolean | number | null | FormValue[] | { [key: string]: FormValue };

/** A field of a form: the segments of its name, and its text. */
type Field = { path: string[]; text: string };

/** The index of a row in a name such as `lines.0.quantity`. Up to 1,000: the rows of the longest invoice, and one more. */
const rowIndex = /^(0|[1-9]\d{0,2}|1000)$/;

/**
 * The input of a form in the types of its schema, so that people and programs share one schema: an empty field is null, a
 * text that reads as a number is one where a number or a decimal is wanted (in the language of the page; plainly without one), of
 * a hidden "false" and a checkbox "true" the last counts.
 * Names with dots are nested (`lines.0.quantity`, `owner.name`); rows are taken in the order of their index, gaps closed. Text
 * of another form stays text, and a name that the schema does not know stays a key, for the schema to refuse.
 */
export function formInput(schema: z.ZodObject, data: FormData, locale?: string): Record<string, FormValue> {
  const fields = [...data].flatMap(([name, value]) =>
    typeof value !== 'string' || isMark(name) ? [] : [{ path: name.split('.'), text: value }],
  );
  return objectOf(schema, fields, locale);
}

function objectOf(schema: z.ZodObject, fields: Field[], locale?: string): Record<string, FormValue> {
  const value = new Map<string, FormValue>(); // a key may be called `__proto__`
  for (const [key, own] of groupedBy(fields, ({ path }) => path[0] ?? '')) {
    const wanted = Object.hasOwn(schema.shape, key) ? innermost(schema.shape[key]) : undefined;
    const nested = own.every(({ path }) => path.length > 1)
      ? nestedOf(wanted, own.map(withoutHead), locale)
      : undefined;
    if (nested !== undefined) value.set(key, nested);
    else
      for (const [name, same] of groupedBy(own, ({ path }) => path.join('.')))
        value.set(name, scalarOf(name === key ? wanted : undefined, same, locale));
  }
  return Object.fromEntries(value);
}

/** The rows of a list or the fields of an object; undefined where the schema has neither at this place. */
function nestedOf(wanted: unknown, fields: Field[], locale?: string): FormValue | undefined {
  if (wanted instanceof z.ZodObject) return objectOf(wanted, fields, locale);
  const element = wanted instanceof z.ZodArray ? innermost(wanted.element) : undefined;
  if (!(element instanceof z.ZodObject)) return undefined;
  if (!fields.every(({ path }) => path.length > 1 && rowIndex.test(path[0] ?? ''))) return undefined;
  const rows = [...groupedBy(fields, ({ path }) => Number(path[0]))].sort(([a], [b]) => a - b);
  return rows.map(([, row]) => objectOf(element, row.map(withoutHead), locale));
}

function scalarOf(wanted: unknown, fields: Field[], locale?: string): FormValue {
  if (wanted instanceof z.ZodArray) return fields.map(({ text }) => (text === '' ? null : text));
  const last = fields.at(-1)?.text ?? '';
  if (wanted instanceof z.ZodBoolean) return last === 'true' || last === 'on';
  if (last.trim() === '') return null;
  const isDecimal = wanted instanceof z.ZodType && decimals.has(wanted);
  if (!isDecimal && !(wanted instanceof z.ZodNumber)) return last;
  const plain = (locale === undefined ? null : plainDecimal(last, locale)) ?? last;
  return !isDecimal && /^-?\d+(\.\d+)?$/.test(plain.trim()) ? Number(plain) : plain;
}

function withoutHead({ path, text }: Field): Field {
  return { path: path.slice(1), text };
}

function groupedBy<K>(fields: Field[], keyOf: (field: Field) => K): Map<K, Field[]> {
  const groups = new Map<K, Field[]>();
  for (const field of fields) {
    const group = groups.get(keyOf(field));
    if (group) group.push(field);
    else groups.set(keyOf(field), [field]);
  }
  return groups;
}

/** The form as it was sent. A call that does not come from a form counts as an empty one. */
export function sentForm(sent: unknown): FormData {
  return sent instanceof FormData ? sent : new FormData();
}

function innermost(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return innermost(schema.def.innerType);
  return schema instanceof z.ZodPipe ? innermost(schema.def.in) : schema;
}
