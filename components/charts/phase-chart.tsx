import { useLocale, useTranslations } from 'next-intl';
import { datesOf, type TimelineGroup, type TimelinePhase } from '@/components/charts/phase';
import { PhaseBar } from '@/components/charts/phase-bar';
import { type TimeAxis, timeAxis } from '@/components/charts/time-axis';
import { type Day, formatDay, formatPercent } from '@/lib/format';
import { directionOf } from '@/lib/i18n/locales';

type Props = { groups: TimelineGroup[]; today: Day };

const columns = 'grid grid-cols-[minmax(9rem,15rem)_minmax(0,1fr)_3.25rem] items-center gap-x-5';

/** The bars. Said to screen readers by the table beside it, so hidden from them here. */
export function PhaseChart({ groups, today }: Props) {
  const locale = useLocale();
  const axis = timeAxis([...datesOf(groups, today), today]);
  if (!axis) return null;
  const mirrored = directionOf(locale) === 'rtl';
  const x = (day: Day) => (mirrored ? 100 - axis.at(day) : axis.at(day));
  return (
    <div aria-hidden="true">
      <div className={columns}>
        <span />
        <AxisHead axis={axis} x={x} today={today} anchor={mirrored ? 'end' : 'start'} />
        <span />
      </div>
      {groups.map((group) => (
        <div key={group.id}>
          {group.name && <GroupName name={group.name} axis={axis} x={x} today={today} />}
          {group.phases.map((phase) => (
            <PhaseLine key={phase.id} phase={phase} x={x} today={today} axis={axis} locale={locale} />
          ))}
        </div>
      ))}
    </div>
  );
}

type Placed = { axis: TimeAxis; x: (day: Day) => number; today: Day };

function AxisHead({ axis, x, today, anchor }: Placed & { anchor: 'start' | 'end' }) {
  const t = useTranslations('common.timeline');
  const locale = useLocale();
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const at = x(today);
  return (
    <svg className="h-12 w-full overflow-visible text-xs" role="presentation">
      <text
        x={`${at}%`}
        y="12"
        textAnchor={at > 90 ? 'end' : at < 10 ? 'start' : 'middle'}
        className="fill-accent-text font-medium"
      >
        {t('today')} · {formatDay(today, locale, 'short')}
      </text>
      {axis.ticks.map((tick, index) => (
        <text key={tick} x={`${x(tick)}%`} y="36" textAnchor={anchor} className="fill-ink-faint">
          {month.format(new Date(`${tick}T00:00:00Z`))}
          {(index === 0 || tick.slice(0, 4) !== axis.ticks[index - 1]?.slice(0, 4)) && ` ${tick.slice(0, 4)}`}
        </text>
      ))}
    </svg>
  );
}

/** Vertical hairlines and today, drawn in every row so that they run through. */
function Grid({ axis, x, today }: Placed) {
  return (
    <>
      {axis.ticks.map((tick) => (
        <line key={tick} x1={`${x(tick)}%`} x2={`${x(tick)}%`} y1="0" y2="100%" className="stroke-line/70" />
      ))}
      <line
        x1={`${x(today)}%`}
        x2={`${x(today)}%`}
        y1="0"
        y2="100%"
        className="stroke-accent-text"
        strokeDasharray="2 3"
      />
    </>
  );
}

function GroupName({ name, ...placed }: Placed & { name: string }) {
  return (
    <div className={columns}>
      <p className="truncate pt-6 font-serif text-lg">{name}</p>
      <svg className="h-16 w-full" role="presentation">
        <Grid {...placed} />
      </svg>
    </div>
  );
}

function PhaseLine({ phase, locale, ...placed }: Placed & { phase: TimelinePhase; locale: string }) {
  return (
    <div className={columns}>
      <p className="truncate text-[0.9375rem]" title={phase.name}>
        {phase.name}
      </p>
      <svg className="h-11 w-full" role="presentation">
        <Grid {...placed} />
        <PhaseBar phase={phase} today={placed.today} x={placed.x} />
      </svg>
      <p className="numerals text-end text-sm text-ink-soft">{formatPercent(phase.percent / 100, locale)}</p>
    </div>
  );
}
