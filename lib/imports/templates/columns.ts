import { createTranslator } from 'next-intl';
import type { CsvColumn } from '@/lib/csv/csv';
import { catalogues } from '@/lib/i18n/catalogues';
import { type Locale, languageOf } from '@/lib/i18n/locales';
import { germanWord } from '@/lib/imports/cells/rule';
import { fieldsOf, type ImportField } from '@/lib/imports/fields/rule';
import type { ImportKind } from '@/lib/imports/rule';

/** The template of a kind: the fields as columns, and an example row as the language writes it. */
export function templateCsv(kind: ImportKind, locale: Locale): CsvColumn<object>[] {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'imports.field' });
  return fieldsOf[kind].map((field) => ({ title: t(field.name), value: () => exampleOf(field, locale), typed: false }));
}

/** Semicolons where numbers have a comma, as spreadsheets of that language write and read them. */
export const separatorOf = (locale: Locale): ',' | ';' => (languageOf(locale) === 'de' ? ';' : ',');

function exampleOf({ type, example }: ImportField, locale: Locale): string {
  if (languageOf(locale) !== 'de' || example === '') return example;
  if (type === 'date') return example.split('-').reverse().join('.');
  if (type === 'decimal') return example.replace('.', ',');
  if (type === 'choice') return germanWord(example);
  return type === 'flag' ? (example === 'yes' ? 'ja' : 'nein') : example;
}
