import { createTranslator } from 'next-intl';
import type { AuditEntry } from '@/lib/audit/schemas';
import type { CsvColumn } from '@/lib/csv/csv';
import { catalogues } from '@/lib/i18n/catalogues';
import type { Locale } from '@/lib/i18n/locales';

/** The columns of the audit trail as CSV, with titles in the reader's language; actions and details as the API names them. */
export function auditCsv(locale: Locale): CsvColumn<AuditEntry>[] {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'audit.csv' });
  return [
    { title: t('at'), value: ({ createdAt }) => createdAt },
    { title: t('actor'), value: ({ actorName }) => actorName, typed: true },
    { title: t('action'), value: ({ action }) => action },
    { title: t('recordType'), value: ({ recordType }) => recordType },
    { title: t('recordId'), value: ({ recordId }) => recordId },
    { title: t('detail'), value: ({ detail }) => JSON.stringify(detail), typed: true },
    { title: t('ip'), value: ({ ip }) => ip },
  ];
}
