import { createTranslator } from 'next-intl';
import type { CsvColumn } from '@/lib/csv/csv';
import { AppError, type FieldMessage } from '@/lib/errors';
import { catalogues } from '@/lib/i18n/catalogues';
import { wordsOf } from '@/lib/i18n/error-texts';
import type { Locale } from '@/lib/i18n/locales';
import type { Problem } from '@/lib/imports/schemas';

/** A problem with its sentence in the reader's language, and the title of its column in the file. */
export type WordedProblem = Omit<Problem, 'message'> & { column: string | null; message: string };

/** Puts a problem into words. A message that the catalogues no longer have is a wrong value. */
export function worded(
  { message, ...problem }: Problem,
  titles: Readonly<Record<string, string>>,
  locale: Locale,
): WordedProblem {
  const isKnown = Object.hasOwn(catalogues.en.errors.field, message.key);
  // Known keys alone are keys of the catalogue.
  const sentence: FieldMessage = isKnown ? (message as FieldMessage) : { key: 'invalid' };
  const { fields } = wordsOf(new AppError('VALIDATION', { fields: { cell: [sentence] } }), locale, 'form');
  const column = problem.field === null ? null : (titles[problem.field] ?? null);
  return { ...problem, column, message: fields.cell?.[0] ?? '' };
}

/** The problems of an import as CSV, in the reader's language. */
export function problemsCsv(locale: Locale): CsvColumn<WordedProblem>[] {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'imports.problems' });
  return [
    { title: t('line'), value: ({ line }) => String(line) },
    { title: t('column'), value: ({ column }) => column ?? t('wholeRow'), typed: true },
    { title: t('value'), value: ({ value }) => value, typed: true },
    { title: t('why'), value: ({ message }) => message },
  ];
}
