import { createTranslator } from 'next-intl';
import type { CsvColumn } from '@/lib/csv/csv';
import { catalogues } from '@/lib/i18n/catalogues';
import type { Locale } from '@/lib/i18n/locales';
import type { ErasedPart, Erasure } from '@/lib/users/erasure/schemas';

/** A part of a protocol with the facts of the whole, as a line of its file. */
export type ProtocolLine = Omit<Erasure, 'parts'> & ErasedPart;

/** The lines of a protocol. */
export function linesOf({ parts, ...of }: Erasure): ProtocolLine[] {
  return parts.map((part) => ({ ...of, ...part }));
}

/** The columns of a protocol as CSV, in the reader's language; tables as the database names them. */
export function erasureCsv(locale: Locale): CsvColumn<ProtocolLine>[] {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'erasure' });
  return [
    { title: t('csv.at'), value: ({ erasedAt }) => erasedAt },
    { title: t('csv.by'), value: ({ askedByName }) => askedByName, typed: true },
    { title: t('csv.person'), value: ({ userId }) => userId },
    { title: t('column.part'), value: ({ part }) => t(`part.${part}`) },
    { title: t('csv.table'), value: ({ table }) => table },
    { title: t('column.does'), value: ({ does }) => t(`fate.${does}`) },
    { title: t('column.count'), value: ({ count }) => String(count) },
    { title: t('column.why'), value: ({ part }) => t(`why.${part}`) },
  ];
}
