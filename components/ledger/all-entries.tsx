import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { formatDay, formatMoney } from '@/lib/format';
import type { LedgerRow } from '@/lib/ledger/schemas';
import { paths } from '@/lib/paths';

/** `names` are those of the clients, by id. */
type Props = { entries: readonly LedgerRow[]; names: ReadonlyMap<string, string> };

/** The entries of all accounts, the latest posting first, each with a link to its account. */
export function AllEntries({ entries, names }: Props) {
  const t = useTranslations('ledger');
  const locale = useLocale();
  const money = (minor: bigint, currency: string) => (minor > 0n ? formatMoney(minor, currency, locale) : '–');
  return (
    <DataTable
      caption={t('entries')}
      rows={entries}
      rowKey={({ id }) => id}
      rowHref={({ partyId }) => paths.admin.ledger({ party_id: partyId })}
      columns={[
        {
          key: 'client',
          label: t('column.client'),
          width: 'md:w-52',
          cell: ({ partyId }) => names.get(partyId) ?? '',
        },
        {
          key: 'date',
          label: t('column.date'),
          width: 'md:w-32',
          cell: ({ entryOn }) => formatDay(entryOn, locale),
        },
        { key: 'text', label: t('column.text'), cell: ({ description }) => description },
        {
          key: 'charges',
          label: t('column.charges'),
          width: 'md:w-32',
          align: 'end',
          cell: ({ creditMinor, currency }) => money(creditMinor, currency),
        },
        {
          key: 'payments',
          label: t('column.payments'),
          width: 'md:w-32',
          align: 'end',
          cell: ({ debitMinor, currency }) => money(debitMinor, currency),
        },
      ]}
    />
  );
}
