import { useLocale, useTranslations } from 'next-intl';
import { ChartEnds } from '@/components/charts/chart-ends';
import { ChartTable } from '@/components/charts/chart-table';
import { stepPath, toUnit } from '@/components/charts/line-path';
import { type Day, dayNumber, formatDay, formatMoney } from '@/lib/format';
import type { Minor } from '@/lib/money';

type Props = {
  /** By date, earliest first; each balance is the one at the end of its day. */
  points: readonly { on: Day; balance: Minor }[];
  currency: string;
  /** The last balance extends to this day. */
  today: Day;
  /** Accessible name of the curve and of its table. */
  label: string;
};

/** An account's balance over time as a step line. The zero line is always visible. */
export function BalanceCurve({ points, currency, today, label }: Props) {
  const t = useTranslations('common.curve');
  const locale = useLocale();
  const [first, last] = [points.at(0), points.at(-1)];
  if (!first || !last || points.length < 2) return null;
  const current = { on: today > last.on ? today : last.on, balance: last.balance };
  const scaled = toUnit(
    [...points, current].map(({ on, balance }) => ({ x: dayNumber(on), y: Number(balance) })),
    [0],
  );
  const line = stepPath(scaled.points);
  const zero = 100 - scaled.y(0) * 100;
  return (
    <figure>
      <figcaption className="sr-only">{label}</figcaption>
      <svg
        viewBox="0 -4 100 108"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="h-40 w-full rtl:-scale-x-100"
        fill="none"
      >
        <path d={`${line}V${zero}H0Z`} className="fill-accent-soft" />
        <path d={`M0 ${zero}H100`} className="stroke-line-strong/50" vectorEffect="non-scaling-stroke" />
        <path
          d={line}
          className="stroke-accent-text"
          strokeWidth="1.75"
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <ChartEnds first={formatDay(first.on, locale)} last={formatDay(current.on, locale)} />
      <ChartTable
        label={label}
        heads={[t('date'), t('value')]}
        rows={points.map(({ on, balance }) => ({
          key: on,
          name: formatDay(on, locale),
          value: formatMoney(balance, currency, locale),
        }))}
      />
    </figure>
  );
}
