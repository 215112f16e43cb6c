import { z } from 'zod';

type FormValue = string | (string | null)[] | boolean | number | null;

/**
 * The values of a form in the types of its schema, so that forms and the API share one schema: an empty field is null, numeric
 * text is a number, the last of a hidden "false" and a checkbox "true" decides. Text that does not convert stays text, and
 * the schema refuses it.
 */
export function formInput(schema: z.ZodObject, data: FormData): Record<string, FormValue> {
  const input = new Map<string, FormValue>(); // a key may be called `__proto__`
  for (const key of new Set(data.keys())) {
    if (key.startsWith('$')) continue; // React's own fields
    const texts = data.getAll(key).filter((value) => typeof value === 'string');
    const wanted = Object.hasOwn(schema.shape, key) ? innermost(schema.shape[key]) : undefined;
    const last = texts.at(-1) ?? '';
    if (wanted instanceof z.ZodArray)
      input.set(
        key,
        texts.map((text) => (text === '' ? null : text)),
      );
    else if (wanted instanceof z.ZodBoolean) input.set(key, last === 'true' || last === 'on');
    else if (last.trim() === '') input.set(key, null);
    else if (wanted instanceof z.ZodNumber && /^-?\d+(\.\d+)?$/.test(last.trim())) input.set(key, Number(last));
    else input.set(key, last);
  }
  return Object.fromEntries(input);
}

/** The form as it was sent. A call without the portal's form may send any value, which counts as an empty form. */
export function sentForm(sent: unknown): FormData {
  return sent instanceof FormData ? sent : new FormData();
}

/** The typed values, to be shown again after an error: never passwords, files or React's own fields. */
export function typedValues(data: FormData): Record<string, string> {
  const shown = [...data].filter(([key, value]) => typeof value === 'string' && !/^\$|password/i.test(key));
  return Object.fromEntries(shown.map(([key, value]) => [key, String(value)]));
}

function innermost(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return innermost(schema.def.innerType);
  return schema instanceof z.ZodPipe ? innermost(schema.def.in) : schema;
}
