import { useLocale } from 'next-intl';
import { formatMoney } from '@/lib/format';

type Sum = { label: string; minor: bigint };

/** The sums over everything that matches, a line per currency. */
export function Sums({ sums }: { sums: readonly { currency: string; parts: readonly Sum[] }[] }) {
  const locale = useLocale();
  return sums.map(({ currency, parts }) => (
    <dl key={currency} className="mb-4 flex flex-wrap gap-x-7 gap-y-1 text-[0.9375rem] text-ink-soft">
      {parts.map(({ label, minor }) => (
        <div key={label} className="flex gap-2">
          <dt>{label}</dt>
          <dd className="numerals font-medium text-ink">{formatMoney(minor, currency, locale)}</dd>
        </div>
      ))}
    </dl>
  ));
}
