import { useTranslations } from 'next-intl';
import { FilterBar } from '@/components/ui/filter-bar';
import type { Choices } from '@/lib/choices';
import { entryTypes } from '@/lib/ledger/rule';

type Props = {
  address: string;
  filter: { entryType?: string | undefined; dateFrom?: string | undefined; dateTo?: string | undefined };
  /** The accounts to choose from, for the business. */
  accounts?: { value: string | undefined; options: Choices };
};

/** Filters entries by account, type and date. */
export function EntryFilter({ address, filter, accounts }: Props) {
  const t = useTranslations('ledger');
  const types = entryTypes.map((type) => ({ id: type, name: t(`type.${type}`) }));
  const type = {
    name: 'entry_type',
    label: t('column.type'),
    all: t('filter.allTypes'),
    value: filter.entryType,
    options: types,
  };
  const account = accounts && {
    name: 'party_id',
    label: t('column.client'),
    all: t('filter.allClients'),
    ...accounts,
  };
  return (
    <FilterBar
      address={address}
      choices={account ? [account, type] : [type]}
      dates={[
        { name: 'date_from', label: t('filter.from'), value: filter.dateFrom },
        { name: 'date_to', label: t('filter.to'), value: filter.dateTo },
      ]}
      className="mb-6"
    />
  );
}
