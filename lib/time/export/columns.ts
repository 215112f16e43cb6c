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
  const { t, first, project, person, worked } = parts(locale);
  return [
    first,
    project,
    person,
    ...worked,
    { title: t('column.billable'), value: yesNo(t, ({ billable }) => billable) },
  ];
}

export function teamHoursCsv(locale: Locale, { userType }: Pick<TeamActor, 'userType'>): CsvColumn<TeamTimeEntry>[] {
  const { t, first, project, person, worked } = parts(locale);
  return [
    first,
    { title: t('column.client'), value: ({ clientName }) => clientName, typed: true },
    project,
    person,
    ...worked,
    { title: t('column.billable'), value: yesNo(t, ({ billable }) => billable) },
    { title: t('column.billed'), value: yesNo(t, ({ isBilled }: TeamTimeEntry) => isBilled) },
    ...(userType === 'admin'
      ? [{ title: t('column.invoice'), value: ({ invoiceNumber }: TeamTimeEntry) => invoiceNumber, typed: true }]
      : []),
  ];
}

function parts(locale: Locale) {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'hours' });
  const first: CsvColumn<TimeEntry> = { title: t('column.date'), value: ({ workedOn }) => workedOn };
  const project: CsvColumn<TimeEntry> = {
    title: t('column.project'),
    value: ({ projectName }) => projectName,
    typed: true,
  };
  const person: CsvColumn<TimeEntry> = {
    title: t('column.person'),
    value: ({ personName }) => personName,
    typed: true,
  };
  const worked: CsvColumn<TimeEntry>[] = [
    { title: t('column.minutes'), value: ({ minutes }) => String(minutes) },
    { title: t('column.hours'), value: ({ minutes }) => decimalHours(minutes) },
    { title: t('column.description'), value: ({ description }) => description, typed: true },
  ];
  return { t, first, project, person, worked };
}

type Words = ReturnType<typeof parts>['t'];

const yesNo =
  <Row extends TimeEntry>(t: Words, of: (row: Row) => boolean) =>
  (row: Row) =>
    t(of(row) ? 'yes' : 'no');
