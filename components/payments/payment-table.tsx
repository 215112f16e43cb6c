import { useLocale, useTranslations } from 'next-intl';
import { capital } from '@/components/payments/method-names';
import { DataTable } from '@/components/ui/data-table';
import { formatDay, formatMoney } from '@/lib/format';
import type { Payment } from '@/lib/invoices/payments/schemas';
import { paths } from '@/lib/paths';

/** The tenant's payments with client, date, amount and what settles no invoice. */
export function PaymentTable({ payments }: { payments: Payment[] }) {
  const t = useTranslations('payments');
  const names = useTranslations('invoices.method');
  const locale = useLocale();
  const money = (minor: bigint, currency: string) => formatMoney(minor, currency, locale);
  return (
    <DataTable
      caption={t('title')}
      rows={payments}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.admin.payments.show(id)}
      columns={[
        { key: 'client', label: t('column.client'), width: 'md:w-52', cell: ({ clientName }) => clientName },
        {
          key: 'paidOn',
          label: t('column.paidOn'),
          width: 'md:w-32',
          cell: ({ paidOn }) => formatDay(paidOn, locale),
        },
        {
          key: 'reference',
          label: t('column.reference'),
          wideOnly: true,
          cell: ({ reference, method }) => [reference, capital(names(method), locale)].filter(Boolean).join(' · '),
        },
        {
          key: 'amount',
          label: t('column.amount'),
          width: 'md:w-36',
          align: 'end',
          cell: ({ amountMinor, currency }) => money(amountMinor, currency),
        },
        {
          key: 'rest',
          label: t('column.rest'),
          width: 'md:w-36',
          align: 'end',
          cell: ({ unallocatedMinor, currency }) => (unallocatedMinor > 0n ? money(unallocatedMinor, currency) : '–'),
        },
      ]}
    />
  );
}
