import { createTranslator } from 'next-intl';
import type { CsvColumn } from '@/lib/csv/csv';
import { catalogues } from '@/lib/i18n/catalogues';
import type { Locale } from '@/lib/i18n/locales';
import type { Invoice } from '@/lib/invoices/schemas';
import { toDecimal } from '@/lib/money';

/** The columns of invoices. Amounts are in the currency of the row. */
export function invoiceCsv(locale: Locale): CsvColumn<Invoice>[] {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'invoices' });
  const amount = (name: 'net' | 'tax' | 'total' | 'paid' | 'credited' | 'open'): CsvColumn<Invoice> => ({
    title: t(`csv.${name}`),
    value: (invoice) => toDecimal(invoice[`${name}Minor`], invoice.currency),
  });
  return [
    { title: t('column.number'), value: ({ number }) => number, typed: true },
    { title: t('csv.status'), value: (invoice) => t(`csv.state.${statusOf(invoice)}`) },
    { title: t('column.client'), value: ({ clientName }) => clientName, typed: true },
    { title: t('show.project'), value: ({ projectName }) => projectName, typed: true },
    { title: t('column.issued'), value: ({ issuedOn }) => issuedOn },
    { title: t('show.due'), value: ({ dueOn }) => dueOn },
    ...(['net', 'tax', 'total', 'paid', 'credited', 'open'] as const).map(amount),
    { title: t('csv.currency'), value: ({ currency }) => currency },
  ];
}

function statusOf({ status, paymentStatus, isOverdue }: Invoice) {
  if (status !== 'issued') return status;
  return isOverdue ? 'overdue' : paymentStatus;
}
