import { useLocale, useTranslations } from 'next-intl';
import { ChartEnds } from '@/components/charts/chart-ends';
import { ChartTable } from '@/components/charts/chart-table';
import { formatDay, formatMinutes } from '@/lib/format';
import { withoutGaps } from '@/lib/time/rule';

type Props = { unit: 'week' | 'month'; spans: readonly { from: string; minutes: number }[] };

/** Hours per week or month as bars, with a table for screen readers. */
export function HourBars({ unit, spans }: Props) {
  const t = useTranslations('hours');
  const locale = useLocale();
  const bars = withoutGaps(spans, unit);
  if (bars.length < 2) return null;
  const label = t(unit === 'week' ? 'perWeek' : 'perMonth');
  const most = Math.max(...bars.map(({ minutes }) => minutes), 1);
  const step = 100 / bars.length;
  const bar = ({ minutes }: { minutes: number }, at: number) => {
    const height = (minutes / most) * 100;
    return `M${round(at * step + step * 0.15)} 100v${round(-height)}h${round(step * 0.7)}V100z`;
  };
  const name = (from: string) => formatDay(from, locale, unit === 'week' ? 'medium' : 'month');
  return (
    <figure className="mb-10">
      <figcaption className="eyebrow mb-3">{label}</figcaption>
      <p aria-hidden="true" className="numerals mb-1 text-xs text-ink-faint">
        {formatMinutes(most, locale)}
      </p>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" className="h-28 w-full rtl:-scale-x-100">
        <path d={bars.map(bar).join('')} className="fill-accent" />
        <path d="M0 100H100" className="stroke-line-strong/50" vectorEffect="non-scaling-stroke" />
      </svg>
      <ChartEnds first={name(bars[0]?.from ?? '')} last={name(bars.at(-1)?.from ?? '')} />
      <ChartTable
        label={label}
        heads={[t('column.date'), t('column.hours')]}
        rows={bars.map(({ from, minutes }) => ({
          key: from,
          name: unit === 'week' ? t('weekOf', { date: name(from) }) : name(from),
          value: formatMinutes(minutes, locale),
        }))}
      />
    </figure>
  );
}

const round = (value: number) => Math.round(value * 100) / 100;
