import { isMark, versionField } from '@/lib/forms/marks';

/**
 * The typed texts by field name, to be shown again after an error; a repeated field keeps all. Never passwords or files, and of
 * the marks the version only: the typed values belong to it.
 */
export function typedValues(data: FormData): Record<string, string[]> {
  const names = [...new Set(data.keys())].filter(
    (name) => name === versionField || !(isMark(name) || /password/i.test(name)),
  );
  const values = names.map((name) => [name, data.getAll(name).filter((value) => typeof value === 'string')] as const);
  return Object.fromEntries(values.filter(([, texts]) => texts.length > 0));
}
