import { useLocale } from 'next-intl';
import { ChartEnds } from '@/components/charts/chart-ends';
import { ChartTable } from '@/components/charts/chart-table';
import { formatDay } from '@/lib/format';

type Props = {
  /** Accessible name of the chart and of its table. */
  label: string;
  /** The names of the month and of both values. */
  heads: readonly [string, string, string];
  /** The months as YYYY-MM, earliest first, without gaps, with both values and their texts. */
  months: readonly { month: string; values: readonly [number, number]; texts: readonly [string, string] }[];
  /** The text of the largest value. */
  largest: string;
};

const round = (value: number) => Math.round(value * 100) / 100;

/** Two values per month as bars beside one another around a line of zero, with a table for screen readers. */
export function MonthPairs({ label, heads, months, largest }: Props) {
  const locale = useLocale();
  const all = months.flatMap(({ values }) => values);
  const [high, low] = [Math.max(0, ...all), Math.min(0, ...all)];
  const span = high - low || 1;
  const zero = round((high / span) * 100);
  const step = 100 / months.length;
  const bars = (which: 0 | 1) =>
    months
      .map(({ values }, at) => {
        const height = round((values[which] / span) * 100);
        return `M${round(at * step + step * (which === 0 ? 0.14 : 0.5))} ${zero}v${-height}h${round(step * 0.32)}V${zero}z`;
      })
      .join('');
  const name = (month: string) => formatDay(`${month}-01`, locale, 'month');
  return (
    <figure>
      <figcaption className="eyebrow mb-3">{label}</figcaption>
      <div
        aria-hidden="true"
        className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 text-xs text-ink-faint"
      >
        <span className="numerals">{largest}</span>
        <span className="flex gap-4">
          <span className="chart-key before:bg-line-strong">{heads[1]}</span>
          <span className="chart-key before:bg-accent">{heads[2]}</span>
        </span>
      </div>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" className="h-32 w-full rtl:-scale-x-100">
        <path d={bars(0)} className="fill-line-strong/60" />
        <path d={bars(1)} className="fill-accent" />
        <path d={`M0 ${zero}H100`} className="stroke-line-strong/50" vectorEffect="non-scaling-stroke" />
      </svg>
      <ChartEnds first={name(months[0]?.month ?? '')} last={name(months.at(-1)?.month ?? '')} />
      <ChartTable
        label={label}
        heads={heads}
        rows={months.map(({ month, texts }) => ({ key: month, name: name(month), value: texts }))}
      />
    </figure>
  );
}
