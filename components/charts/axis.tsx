import { useLocale, useTranslations } from 'next-intl';
import type { TimeAxis } from '@/components/charts/time-axis';
import { type Day, formatDay } from '@/lib/format';

/** An axis, a function that maps a day to percent from the left edge, and today, or null when today is not marked. */
export type Placed = { axis: TimeAxis; x: (day: Day) => number; today: Day | null };

/** Labels of the months and of today, above the drawing. */
export function AxisHead({ axis, x, today, anchor }: Placed & { anchor: 'start' | 'end' }) {
  const t = useTranslations('common.timeline');
  const locale = useLocale();
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const at = today === null ? 0 : x(today);
  return (
    <g className="text-xs">
      {today && (
        <text
          x={`${at}%`}
          y="-34"
          textAnchor={at > 90 ? 'end' : at < 10 ? 'start' : 'middle'}
          className="fill-accent-text font-medium"
        >
          {t('today')} · {formatDay(today, locale, 'short')}
        </text>
      )}
      {axis.ticks.map((tick, index) => (
        <text key={tick} x={`${x(tick)}%`} y="-10" textAnchor={anchor} className="fill-ink-faint">
          {month.format(new Date(`${tick}T00:00:00Z`))}
          {tick.slice(0, 4) !== axis.ticks[index - 1]?.slice(0, 4) && ` ${tick.slice(0, 4)}`}
        </text>
      ))}
    </g>
  );
}

/** A hairline at each labelled month, and a line at today. */
export function AxisLines({ axis, x, today }: Placed) {
  return (
    <>
      {axis.ticks.map((tick) => (
        <line key={tick} x1={`${x(tick)}%`} x2={`${x(tick)}%`} y2="100%" className="stroke-line/70" />
      ))}
      {today && (
        <line x1={`${x(today)}%`} x2={`${x(today)}%`} y2="100%" className="stroke-accent-text" strokeDasharray="2 3" />
      )}
    </>
  );
}
