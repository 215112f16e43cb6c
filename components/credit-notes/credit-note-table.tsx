import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { formatDay, formatMoney } from '@/lib/format';
import type { CreditNote } from '@/lib/invoices/credit-notes/schemas';
import { paths } from '@/lib/paths';

/** The tenant's credit notes with client, invoice, date and amount. */
export function CreditNoteTable({ notes }: { notes: CreditNote[] }) {
  const t = useTranslations('credits');
  const locale = useLocale();
  return (
    <DataTable
      caption={t('title')}
      rows={notes}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.admin.creditNotes.show(id)}
      columns={[
        { key: 'number', label: t('column.number'), width: 'md:w-44', cell: ({ number }) => number },
        {
          key: 'client',
          label: t('column.client'),
          cell: ({ clientName, projectName }) => (projectName ? `${clientName} · ${projectName}` : clientName),
        },
        { key: 'invoice', label: t('column.invoice'), width: 'md:w-36', cell: ({ invoiceNumber }) => invoiceNumber },
        {
          key: 'issued',
          label: t('column.issued'),
          width: 'md:w-32',
          wideOnly: true,
          cell: ({ issuedOn }) => formatDay(issuedOn, locale),
        },
        {
          key: 'total',
          label: t('column.total'),
          width: 'md:w-32',
          align: 'end',
          cell: ({ totalMinor, currency }) => formatMoney(totalMinor, currency, locale),
        },
      ]}
    />
  );
}
