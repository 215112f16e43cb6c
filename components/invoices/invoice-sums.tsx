import { useLocale, useTranslations } from 'next-intl';
import { formatMoney } from '@/lib/format';
import type { InvoiceSums as Sums } from '@/lib/invoices/schemas';

/** The sums over everything that matches, a line per currency. */
export function InvoiceSums({ sums }: { sums: readonly Sums[] }) {
  const t = useTranslations('invoices.sums');
  const locale = useLocale();
  return sums.map(({ currency, count, totalMinor, paidMinor, openMinor }) => {
    const money = (minor: bigint) => formatMoney(minor, currency, locale);
    return (
      <dl key={currency} className="mb-4 flex flex-wrap gap-x-7 gap-y-1 text-[0.9375rem] text-ink-soft">
        {[
          [t('total', { count }), totalMinor] as const,
          [t('paid'), paidMinor] as const,
          [t('open'), openMinor] as const,
        ].map(([label, amount]) => (
          <div key={label} className="flex gap-2">
            <dt>{label}</dt>
            <dd className="numerals font-medium text-ink">{money(amount)}</dd>
          </div>
        ))}
      </dl>
    );
  });
}
