import type { z } from 'zod';
import { AppError, type FieldMessage, type FieldMessages } from '@/lib/errors';
import errors from '@/lib/i18n/messages/en/errors.json';
import { isStorable } from '@/lib/storable';

/** Checks an input against its schema. Throws VALIDATION with one message per wrong field, named as in the schema. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  requireStorable(input);
  const result = schema.safeParse(input, { reportInput: true });
  if (!result.success) throw new AppError('VALIDATION', { fields: fieldMessages(result.error.issues) });
  return result.data;
}

function requireStorable(input: unknown): void {
  const wrong = Object.entries(Object(input)).filter(([, value]) => !isStorable(value));
  const fields = wrong.map(([field]): [string, FieldMessage[]] => [field, [{ key: 'invalid' }]]);
  if (fields.length > 0) throw new AppError('VALIDATION', { fields: Object.fromEntries(fields) });
}

function fieldMessages(issues: readonly z.core.$ZodIssue[]): FieldMessages {
  // A map, because a request may name a field `constructor` or `__proto__`.
  const fields = new Map<string, FieldMessage[]>();
  const add = (path: string, message: FieldMessage) => fields.set(path, [...(fields.get(path) ?? []), message]);
  for (const issue of issues) {
    const path = issue.path.map(String).join('.');
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) add(path ? `${path}.${key}` : key, { key: 'unknownField' });
    else add(path, messageOf(issue));
  }
  return Object.fromEntries(fields);
}

/** A schema may name a catalogue key as its message: `z.string().refine(isTimeZone, 'timeZone')`. */
function messageOf(issue: z.core.$ZodIssue): FieldMessage {
  if (isKey(issue.message)) return { key: issue.message };
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return { key: 'required' };
      return { key: issue.expected === 'number' ? 'notNumber' : issue.expected === 'int' ? 'notWhole' : 'invalid' };
    case 'too_small':
      if (issue.origin === 'string') {
        const minimum = Number(issue.minimum);
        return minimum <= 1 ? { key: 'required' } : { key: 'tooShort', params: { minimum } };
      }
      return { key: issue.origin === 'array' ? 'tooFew' : 'tooSmall', params: { minimum: Number(issue.minimum) } };
    case 'too_big': {
      const maximum = Number(issue.maximum);
      const key = issue.origin === 'string' ? 'tooLong' : issue.origin === 'array' ? 'tooMany' : 'tooBig';
      return { key, params: { maximum } };
    }
    case 'invalid_value':
      if (issue.input === undefined || issue.input === null || issue.input === '') return { key: 'required' };
      return { key: 'notAChoice', params: { choices: issue.values.map(String).join(', ') } };
    case 'invalid_format':
      return { key: isKey(issue.format) ? issue.format : 'invalid' };
    default:
      return { key: 'invalid' };
  }
}

function isKey(text: string): text is FieldMessage['key'] {
  return Object.hasOwn(errors.field, text);
}
