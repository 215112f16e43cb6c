import { useLocale, useTranslations } from 'next-intl';
import { formatMoney } from '@/lib/format';
import type { Matching } from '@/lib/ledger/schemas';

/** The sums of the entries that match, a line per currency. */
export function EntrySums({ sums }: { sums: readonly (Matching & { currency: string })[] }) {
  const t = useTranslations('ledger');
  const locale = useLocale();
  return sums.map(({ currency, count, debitsMinor, creditsMinor }) => (
    <dl key={currency} className="mb-4 flex flex-wrap gap-x-7 gap-y-1 text-[0.9375rem] text-ink-soft">
      <div className="flex gap-2">
        <dt className="sr-only">{t('entries')}</dt>
        <dd>{t('count', { count })}</dd>
      </div>
      {[[t('column.charges'), creditsMinor] as const, [t('column.payments'), debitsMinor] as const].map(
        ([label, amount]) => (
          <div key={label} className="flex gap-2">
            <dt>{label}</dt>
            <dd className="numerals font-medium text-ink">{formatMoney(amount, currency, locale)}</dd>
          </div>
        ),
      )}
    </dl>
  ));
}
