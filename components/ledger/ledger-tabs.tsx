import { useTranslations } from 'next-intl';
import { Tabs } from '@/components/ui/tabs';
import { paths } from '@/lib/paths';

/** The views of the ledger for the business: entries, and what is owed by whom. */
export function LedgerTabs({ current }: { current: 'entries' | 'ageing' }) {
  const t = useTranslations('ledger');
  return (
    <Tabs
      label={t('title')}
      tabs={[
        { href: paths.admin.ledger(), label: t('entries'), current: current === 'entries' },
        { href: paths.admin.ageing, label: t('receivables.title'), current: current === 'ageing' },
      ]}
    />
  );
}
