import { createTranslator } from 'next-intl';
import type { CsvColumn } from '@/lib/csv/csv';
import { dayOf } from '@/lib/format';
import { catalogues } from '@/lib/i18n/catalogues';
import type { Locale } from '@/lib/i18n/locales';
import type { LedgerRow } from '@/lib/ledger/schemas';
import { toDecimal } from '@/lib/money';

/** The columns of entries, with the balance of the list: by posting, or in a statement by date. `timeZone` decides the dates of postings. */
export function entryCsv(locale: Locale, timeZone: string): CsvColumn<LedgerRow>[] {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'ledger' });
  const amount = (minor: bigint, { currency }: LedgerRow) => (minor === 0n ? null : toDecimal(minor, currency));
  return [
    { title: t('column.date'), value: ({ entryOn }) => entryOn },
    { title: t('column.type'), value: ({ entryType }) => t(`type.${entryType}`) },
    { title: t('column.text'), value: ({ description }) => description, typed: true },
    { title: t('column.reference'), value: ({ reference }) => reference, typed: true },
    { title: t('column.charges'), value: (row) => amount(row.creditMinor, row) },
    { title: t('column.payments'), value: (row) => amount(row.debitMinor, row) },
    { title: t('column.balance'), value: ({ balanceMinor, currency }) => toDecimal(balanceMinor, currency) },
    { title: t('column.currency'), value: ({ currency }) => currency },
    { title: t('column.posted'), value: ({ createdAt }) => dayOf(createdAt, timeZone) },
  ];
}

/** The columns of the entries of all accounts, with the client's name; their balances belong to different accounts. */
export function allEntriesCsv(locale: Locale, timeZone: string): CsvColumn<LedgerRow & { clientName: string }>[] {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'ledger' });
  return [
    { title: t('column.client'), value: ({ clientName }) => clientName, typed: true },
    ...entryCsv(locale, timeZone),
  ];
}
