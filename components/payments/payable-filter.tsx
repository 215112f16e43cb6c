import { useTranslations } from 'next-intl';
import { FilterBar } from '@/components/ui/filter-bar';
import { mostAllocations } from '@/lib/invoices/payments/rule';

type Props = {
  address: string;
  keep: Record<string, string | undefined>;
  search: string | undefined;
  /** Whether the client has more open invoices than the form shows. */
  more: boolean;
};

/** Finds an open invoice by its number where a client has more of them than a form shows. Above the form, which it loads anew. */
export function PayableFilter({ address, keep, search, more }: Props) {
  const t = useTranslations('payments.form');
  if (!more && !search) return null;
  return (
    <div className="mb-8 max-w-2xl">
      <p className="mb-3 text-ink-soft">{more ? t('firstOf', { count: mostAllocations }) : t('found')}</p>
      <FilterBar
        address={address}
        search={{ label: t('search'), value: search }}
        keep={keep}
        clearable={false}
        className=""
      />
    </div>
  );
}
