import { useLocale, useTranslations } from 'next-intl';
import { InvoiceStatusBadge } from '@/components/invoices/invoice-status-badge';
import { ClaimMark } from '@/components/payments/claim-mark';
import { DataTable } from '@/components/ui/data-table';
import { Name } from '@/components/ui/name';
import { type Day, formatDay, formatMoney } from '@/lib/format';
import type { Invoice } from '@/lib/invoices/schemas';
import { paths } from '@/lib/paths';

/** The tenant's invoices with client, dates, amount and what is left to pay. */
export function InvoiceTable({ invoices, today }: { invoices: Invoice[]; today: Day }) {
  const t = useTranslations('invoices');
  const locale = useLocale();
  const money = (minor: bigint, currency: string) => formatMoney(minor, currency, locale);
  return (
    <DataTable
      caption={t('title')}
      rows={invoices}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.admin.invoices.show(id)}
      columns={[
        {
          key: 'number',
          label: t('column.number'),
          width: 'md:w-60 lg:w-72',
          cell: (invoice) => (
            <Name
              badge={
                invoice.number !== null && (
                  <>
                    <InvoiceStatusBadge invoice={invoice} today={today} />
                    {invoice.isClaimed && <ClaimMark />}
                  </>
                )
              }
            >
              {invoice.number ?? t('show.draftTitle')}
            </Name>
          ),
        },
        {
          key: 'client',
          label: t('column.client'),
          cell: ({ clientName, projectName }) => (projectName ? `${clientName} · ${projectName}` : clientName),
        },
        {
          key: 'issued',
          label: t('column.issued'),
          width: 'md:w-32',
          wideOnly: true,
          cell: ({ issuedOn }) => (issuedOn ? formatDay(issuedOn, locale) : '–'),
        },
        {
          key: 'total',
          label: t('column.total'),
          width: 'md:w-32',
          align: 'end',
          cell: ({ totalMinor, currency }) => money(totalMinor, currency),
        },
        {
          key: 'open',
          label: t('column.open'),
          width: 'md:w-32',
          align: 'end',
          cell: ({ openMinor, currency }) => (openMinor > 0n ? money(openMinor, currency) : '–'),
        },
      ]}
    />
  );
}
