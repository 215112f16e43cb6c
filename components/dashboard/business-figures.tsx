import { useLocale, useTranslations } from 'next-intl';
import { HourBars } from '@/components/charts/hour-bars';
import { MonthPairs } from '@/components/charts/month-pairs';
import type { TeamDashboard } from '@/lib/dashboard/schemas';
import { formatMoney } from '@/lib/format';

/** Invoiced against received per month and currency, and hours per week; nothing where there is neither. */
export function BusinessFigures({ money, hours }: Pick<TeamDashboard, 'money' | 'hours'>) {
  const t = useTranslations('inbox.figures');
  const locale = useLocale();
  if (money.length === 0 && hours.length === 0) return null;
  return (
    <section aria-label={t('title')} className="mt-16 grid gap-x-16 gap-y-10 border-t border-line pt-10 lg:grid-cols-2">
      {money.map(({ currency, months }) => {
        const text = (minor: bigint) => formatMoney(minor, currency, locale);
        const all = months.flatMap(({ invoicedMinor, receivedMinor }) => [invoicedMinor, receivedMinor]);
        return (
          <MonthPairs
            key={currency}
            label={money.length > 1 ? t('moneyIn', { currency }) : t('money')}
            heads={[t('month'), t('invoiced'), t('received')]}
            largest={text(all.toSorted((a, b) => Number(b - a))[0] ?? 0n)}
            months={months.map(({ month, invoicedMinor, receivedMinor }) => ({
              month,
              values: [Number(invoicedMinor), Number(receivedMinor)] as const,
              texts: [text(invoicedMinor), text(receivedMinor)] as const,
            }))}
          />
        );
      })}
      {hours.length > 0 && <HourBars unit="week" spans={hours} />}
    </section>
  );
}
