import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { formatMoney } from '@/lib/format';
import { type ClientAgeing, sumOf } from '@/lib/ledger/ageing/schemas';
import { bands } from '@/lib/ledger/rule';
import { paths } from '@/lib/paths';

/** What each client owes by the days since it was due, with a link to the account. */
export function AgeingByClient({ rows }: { rows: readonly ClientAgeing[] }) {
  const t = useTranslations('ledger');
  const locale = useLocale();
  const money = (minor: bigint, currency: string) => (minor === 0n ? '–' : formatMoney(minor, currency, locale));
  return (
    <DataTable
      caption={t('receivables.byClient')}
      rows={rows}
      rowKey={({ clientId }) => clientId}
      rowHref={({ clientId }) => paths.admin.ledger({ party_id: clientId })}
      columns={[
        { key: 'client', label: t('column.client'), cell: ({ clientName }) => clientName },
        ...bands.map((band) => ({
          key: band,
          label: t(`ageing.${band}`),
          width: 'md:w-24 lg:w-28',
          align: 'end' as const,
          cell: (row: ClientAgeing) => money(row[band], row.currency),
        })),
        {
          key: 'total',
          label: t('ageing.total'),
          width: 'md:w-28 lg:w-32',
          align: 'end',
          cell: (row) => money(sumOf(row), row.currency),
        },
      ]}
    />
  );
}
