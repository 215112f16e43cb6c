import { createTranslator } from 'next-intl';
import type { CsvColumn } from '@/lib/csv/csv';
import { catalogues } from '@/lib/i18n/catalogues';
import type { Locale } from '@/lib/i18n/locales';
import type { CreditNote } from '@/lib/invoices/credit-notes/schemas';
import type { Payment } from '@/lib/invoices/payments/schemas';
import type { RefundRow } from '@/lib/invoices/refunds/schemas';
import type { Invoice } from '@/lib/invoices/schemas';
import { toDecimal } from '@/lib/money';

// The columns of the lists as CSV, in the reader's language. Amounts are in the currency of the row.

/** A column of amounts in minor units. */
const minor = <Row extends { currency: string }>(title: string, of: (row: Row) => bigint): CsvColumn<Row> => ({
  title,
  value: (row) => toDecimal(of(row), row.currency),
});

export function invoiceCsv(locale: Locale): CsvColumn<Invoice>[] {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'invoices' });
  return [
    { title: t('column.number'), value: ({ number }) => number, typed: true },
    { title: t('csv.status'), value: (invoice) => t(`csv.state.${statusOf(invoice)}`) },
    { title: t('column.client'), value: ({ clientName }) => clientName, typed: true },
    { title: t('show.project'), value: ({ projectName }) => projectName, typed: true },
    { title: t('column.issued'), value: ({ issuedOn }) => issuedOn },
    { title: t('show.due'), value: ({ dueOn }) => dueOn },
    minor(t('csv.net'), ({ netMinor }) => netMinor),
    minor(t('csv.tax'), ({ taxMinor }) => taxMinor),
    minor(t('csv.total'), ({ totalMinor }) => totalMinor),
    minor(t('csv.paid'), ({ paidMinor }) => paidMinor),
    minor(t('csv.credited'), ({ creditedMinor }) => creditedMinor),
    minor(t('csv.open'), ({ openMinor }) => openMinor),
    { title: t('csv.currency'), value: ({ currency }) => currency },
  ];
}

function statusOf({ status, paymentStatus, isOverdue }: Invoice) {
  if (status !== 'issued') return status;
  return isOverdue ? 'overdue' : paymentStatus;
}

export function paymentCsv(locale: Locale): CsvColumn<Payment>[] {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'invoices' });
  return [
    { title: t('csv.date'), value: ({ paidOn }) => paidOn },
    { title: t('column.client'), value: ({ clientName }) => clientName, typed: true },
    { title: t('csv.method'), value: ({ method }) => t(`method.${method}`) },
    { title: t('csv.reference'), value: ({ reference }) => reference, typed: true },
    minor(t('csv.amount'), ({ amountMinor }) => amountMinor),
    minor(t('csv.allocated'), ({ allocatedMinor }) => allocatedMinor),
    minor(t('csv.refunded'), ({ refundedMinor }) => refundedMinor),
    minor(t('csv.rest'), ({ unallocatedMinor }) => unallocatedMinor),
    { title: t('csv.currency'), value: ({ currency }) => currency },
    { title: t('csv.recordedBy'), value: ({ recordedByName }) => recordedByName, typed: true },
  ];
}

export function creditNoteCsv(locale: Locale): CsvColumn<CreditNote>[] {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'invoices' });
  return [
    { title: t('csv.creditNote'), value: ({ number }) => number, typed: true },
    { title: t('csv.date'), value: ({ issuedOn }) => issuedOn },
    { title: t('column.number'), value: ({ invoiceNumber }) => invoiceNumber, typed: true },
    { title: t('column.client'), value: ({ clientName }) => clientName, typed: true },
    { title: t('show.project'), value: ({ projectName }) => projectName, typed: true },
    { title: t('csv.reason'), value: ({ reason }) => reason, typed: true },
    minor(t('csv.net'), ({ netMinor }) => netMinor),
    minor(t('csv.tax'), ({ taxMinor }) => taxMinor),
    minor(t('csv.total'), ({ totalMinor }) => totalMinor),
    { title: t('csv.currency'), value: ({ currency }) => currency },
  ];
}

export function refundCsv(locale: Locale): CsvColumn<RefundRow>[] {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'invoices' });
  return [
    { title: t('csv.date'), value: ({ refundedOn }) => refundedOn },
    { title: t('column.client'), value: ({ clientName }) => clientName, typed: true },
    { title: t('csv.method'), value: ({ method }) => t(`method.${method}`) },
    { title: t('csv.reference'), value: ({ reference }) => reference, typed: true },
    { title: t('csv.amount'), value: ({ amount }) => amount },
    { title: t('csv.currency'), value: ({ currency }) => currency },
    { title: t('csv.recordedBy'), value: ({ recordedByName }) => recordedByName, typed: true },
  ];
}
