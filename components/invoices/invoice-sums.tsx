import { useTranslations } from 'next-intl';
import { Sums } from '@/components/payments/sums';
import type { InvoiceSums as SumsOf } from '@/lib/invoices/schemas';

/** The sums over everything that matches, a line per currency. */
export function InvoiceSums({ sums }: { sums: readonly SumsOf[] }) {
  const t = useTranslations('invoices.sums');
  const lines = sums.map(({ currency, count, totalMinor, paidMinor, openMinor }) => ({
    currency,
    parts: [
      { label: t('total', { count }), minor: totalMinor },
      { label: t('paid'), minor: paidMinor },
      { label: t('open'), minor: openMinor },
    ],
  }));
  return <Sums sums={lines} />;
}
