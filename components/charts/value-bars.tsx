import { ChartEnds } from '@/components/charts/chart-ends';
import { ChartTable } from '@/components/charts/chart-table';

type Props = {
  /** Accessible name of the chart and of its table. */
  label: string;
  heads: readonly [name: string, value: string];
  /** In their order, without gaps; values of zero or more. */
  bars: readonly { key: string; name: string; value: number; text: string }[];
};

const round = (value: number) => Math.round(value * 100) / 100;

/** Values as bars, with the sum beside the title by the caller, and a table for screen readers. */
export function ValueBars({ label, heads, bars }: Props) {
  const most = Math.max(...bars.map(({ value }) => value), 1);
  const step = 100 / bars.length;
  const largest = bars.find(({ value }) => value === most)?.text ?? '';
  const bar = ({ value }: { value: number }, at: number) => {
    const height = (Math.max(0, value) / most) * 100;
    return `M${round(at * step + step * 0.15)} 100v${round(-height)}h${round(step * 0.7)}V100z`;
  };
  return (
    <figure>
      <figcaption className="eyebrow mb-3">{label}</figcaption>
      <p aria-hidden="true" className="numerals mb-1 min-h-4 text-xs text-ink-faint">
        {largest}
      </p>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" className="h-24 w-full rtl:-scale-x-100">
        <path d={bars.map(bar).join('')} className="fill-accent" />
        <path d="M0 100H100" className="stroke-line-strong/50" vectorEffect="non-scaling-stroke" />
      </svg>
      <ChartEnds first={bars[0]?.name} last={bars.at(-1)?.name} />
      <ChartTable label={label} heads={heads} rows={bars.map(({ key, name, text }) => ({ key, name, value: text }))} />
    </figure>
  );
}
