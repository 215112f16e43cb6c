import { useLocale } from 'next-intl';
import { AxisHead, AxisLines, type Placed } from '@/components/charts/axis';
import { datesOf, type TimelineGroup, type TimelinePhase } from '@/components/charts/phase';
import { PhaseBar } from '@/components/charts/phase-bar';
import { timeAxis } from '@/components/charts/time-axis';
import { type Day, formatPercent } from '@/lib/format';
import { directionOf } from '@/lib/i18n/locales';

type Props = { groups: TimelineGroup[]; today: Day };
type Row = { id: string; name: string; phase: TimelinePhase | null; y: number };

/** Heights in CSS pixels; must match the classes h-11 and h-16 of the rows beside the drawing. */
const phaseHeight = 44;
const groupHeight = 64;

/** The bars. Hidden from screen readers, because PhaseTable presents the same data to them. */
export function PhaseChart({ groups, today }: Props) {
  const locale = useLocale();
  // The axis of finished phases leaves out today, so that their bars do not shrink as time passes.
  const finished = groups.every(({ phases }) => phases.every(({ status }) => status === 'completed'));
  const axis = timeAxis([...datesOf(groups, today), ...(finished ? [] : [today])]);
  if (!axis) return null;
  const mirrored = directionOf(locale) === 'rtl';
  const placed: Placed = {
    axis,
    today: finished ? null : today,
    x: (day) => (mirrored ? 100 - axis.at(day) : axis.at(day)),
  };
  const { rows, height } = rowsOf(groups);
  return (
    <div aria-hidden="true" className="grid grid-cols-[minmax(9rem,15rem)_minmax(0,1fr)_3.25rem] gap-x-5 pt-12">
      <div>
        {rows.map((row) => (
          <RowName key={row.id} row={row} />
        ))}
      </div>
      <svg height={height} className="w-full overflow-visible" role="presentation">
        <AxisHead {...placed} anchor={mirrored ? 'end' : 'start'} />
        <AxisLines {...placed} />
        {rows.map(({ id, phase, y }) => phase && <PhaseBar key={id} phase={phase} y={y} today={today} x={placed.x} />)}
      </svg>
      <div className="numerals text-end text-sm text-ink-soft">
        {rows.map(({ id, phase }) => (
          <p key={id} className={`flex items-center justify-end ${phase ? 'h-11' : 'h-16'}`}>
            {phase && formatPercent(phase.percent / 100, locale)}
          </p>
        ))}
      </div>
    </div>
  );
}

function RowName({ row }: { row: Row }) {
  if (!row.phase)
    return (
      <p className="flex h-16 items-end pb-2 font-serif text-lg leading-snug">
        <span className="two-lines" title={row.name}>
          {row.name}
        </span>
      </p>
    );
  return (
    <p className="flex h-11 items-center text-[0.9375rem]">
      <span className="truncate" title={row.name}>
        {row.name}
      </span>
    </p>
  );
}

/** One row per named group, followed by one row per phase. */
function rowsOf(groups: readonly TimelineGroup[]): { rows: Row[]; height: number } {
  const rows: Row[] = [];
  let height = 0;
  const add = (row: Omit<Row, 'y'>, tall: number) => {
    rows.push({ ...row, y: height });
    height += tall;
  };
  for (const group of groups) {
    if (group.name) add({ id: group.id, name: group.name, phase: null }, groupHeight);
    for (const phase of group.phases) add({ id: phase.id, name: phase.name, phase }, phaseHeight);
  }
  return { rows, height };
}
