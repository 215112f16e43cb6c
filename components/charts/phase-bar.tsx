import {
  actualSpan,
  daysFinishedLate,
  isLate,
  movedFrom,
  plannedSpan,
  type Span,
  type TimelinePhase,
} from '@/components/charts/phase';
import type { Day } from '@/lib/format';

/** `y` is the top of the row. */
type Props = { phase: TimelinePhase; today: Day; y: number; x: (day: Day) => number };

/**
 * The planned span as a broad bar filled by the percent done; below it a thin bar for the actual span, above it a line for the plan
 * where the dates have moved since.
 */
export function PhaseBar({ phase, today, y, x }: Props) {
  const planned = plannedSpan(phase);
  const plan = movedFrom(phase);
  const actual = actualSpan(phase, today);
  const ink = isLate(phase, today) ? 'fill-warn' : 'fill-accent-text';
  return (
    <g className={ink}>
      {plan && <rect {...place(plan, x)} y={y + 6} height="2" rx="1" className="fill-ink-faint" />}
      {planned && (
        <rect {...place(planned, x)} y={y + 12} height="14" rx="4" className="fill-accent-soft stroke-accent-text/25" />
      )}
      {planned && phase.percent > 0 && <rect {...place(planned, x, phase.percent)} y={y + 12} height="14" rx="4" />}
      {actual && (
        <rect
          {...place(actual, x)}
          y={y + 31}
          height="3"
          rx="1.5"
          opacity="0.7"
          className={daysFinishedLate(phase) > 0 ? 'fill-warn' : undefined}
        />
      )}
    </g>
  );
}

/**
 * Position and width of the first `percent` of a span, with a minimum width for one-day spans. `x` is mirrored in RTL, so
 * `from` may lie to the right of `to`.
 */
function place(span: Span, x: Props['x'], percent = 100) {
  const [from, to] = [x(span.from), x(span.to)];
  const width = Math.max((Math.abs(to - from) * percent) / 100, 0.6);
  return { x: `${round(from <= to ? from : from - width)}%`, width: `${round(width)}%` };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
