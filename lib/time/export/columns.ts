import { createTranslator } from 'next-intl';
import type { TeamActor } from '@/lib/authz/actor';
import type { CsvColumn } from '@/lib/csv/csv';
import { catalogues } from '@/lib/i18n/catalogues';
import type { Locale } from '@/lib/i18n/locales';
import { decimalHours } from '@/lib/time/rule';
import type { TeamTimeEntry, TimeEntry, TimeMatch } from '@/lib/time/schemas';

// The hours as CSV, in the reader's language. Minutes are exact; hours are the same as a decimal of four digits.

/** The name of the file, with the dates that it covers where the filter names them. */
export function hoursFileName({ dateFrom, dateTo }: TimeMatch): string {
  return ['hours', dateFrom, dateTo].filter(Boolean).join('-');
}

export function hoursCsv(locale: Locale): CsvColumn<TimeEntry>[] {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'hours' });
  return [
    { title: t('column.date'), value: ({ workedOn }) => workedOn },
    { title: t('column.project'), value: ({ projectName }) => projectName, typed: true },
    { title: t('column.person'), value: ({ personName }) => personName, typed: true },
    { title: t('column.minutes'), value: ({ minutes }) => String(minutes) },
    { title: t('column.hours'), value: ({ minutes }) => decimalHours(minutes) },
    { title: t('column.description'), value: ({ description }) => description, typed: true },
    { title: t('column.billable'), value: ({ billable }) => (billable ? t('yes') : t('no')) },
  ];
}

/** With the client after the date; whether the hours are billed, and for admins by which invoice. */
export function teamHoursCsv(locale: Locale, { userType }: Pick<TeamActor, 'userType'>): CsvColumn<TeamTimeEntry>[] {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'hours' });
  const [date, ...others] = hoursCsv(locale);
  const invoice: CsvColumn<TeamTimeEntry> = {
    title: t('column.invoice'),
    value: ({ invoiceNumber }) => invoiceNumber,
    typed: true,
  };
  return [
    ...(date ? [date] : []),
    { title: t('column.client'), value: ({ clientName }) => clientName, typed: true },
    ...others,
    { title: t('column.billed'), value: ({ isBilled }) => (isBilled ? t('yes') : t('no')) },
    ...(userType === 'admin' ? [invoice] : []),
  ];
}
