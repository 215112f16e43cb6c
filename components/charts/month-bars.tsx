import { useLocale, useTranslations } from 'next-intl';
import { ChartEnds } from '@/components/charts/chart-ends';
import { ChartTable } from '@/components/charts/chart-table';
import { formatDay, formatMoney } from '@/lib/format';

type Props = {
  /** The months as YYYY-MM, earliest first, without gaps. */
  months: readonly { month: string; minor: bigint }[];
  currency: string;
  /** Accessible name of the chart and of its table. */
  label: string;
};

/** An amount per month as bars around a line of zero, with a table for screen readers. */
export function MonthBars({ months, currency, label }: Props) {
  const t = useTranslations('common.curve');
  const locale = useLocale();
  const values = months.map(({ minor }) => Number(minor));
  const largest = months.map(({ minor }) => minor).sort((a, b) => Number(b - a))[0] ?? 0n;
  const [high, low] = [Math.max(0, ...values), Math.min(0, ...values)];
  const span = high - low || 1;
  const zero = (high / span) * 100;
  const step = 100 / months.length;
  const name = (month: string) => formatDay(`${month}-01`, locale, 'month');
  return (
    <figure>
      <figcaption className="sr-only">{label}</figcaption>
      <p aria-hidden="true" className="numerals mb-1 text-xs text-ink-faint">
        {formatMoney(largest, currency, locale)}
      </p>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" className="h-36 w-full rtl:-scale-x-100">
        {values.map((value, at) => {
          const height = (Math.abs(value) / span) * 100;
          return (
            <rect
              key={months[at]?.month}
              x={at * step + step * 0.15}
              y={value >= 0 ? zero - height : zero}
              width={step * 0.7}
              height={height}
              className={value >= 0 ? 'fill-accent' : 'fill-bad'}
            />
          );
        })}
        <path d={`M0 ${zero}H100`} className="stroke-line-strong/50" vectorEffect="non-scaling-stroke" />
      </svg>
      <ChartEnds first={name(months[0]?.month ?? '')} last={name(months.at(-1)?.month ?? '')} />
      <ChartTable
        label={label}
        heads={[t('month'), t('value')]}
        rows={months.map(({ month, minor }) => ({
          key: month,
          name: name(month),
          value: formatMoney(minor, currency, locale),
        }))}
      />
    </figure>
  );
}
