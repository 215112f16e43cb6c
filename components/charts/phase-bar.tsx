import { actualSpan, isLate, plannedSpan, type Span, type TimelinePhase } from '@/components/charts/phase';
import type { Day } from '@/lib/format';

type Props = { phase: TimelinePhase; today: Day /** Top of the row. */; y: number; x: (day: Day) => number };

/** The plan as a broad tint filled as far as the work is, and under it, thin, when the work really happened. */
export function PhaseBar({ phase, today, y, x }: Props) {
  const planned = plannedSpan(phase);
  const actual = actualSpan(phase, today);
  const ink = isLate(phase, today) ? 'fill-warn' : 'fill-accent-text';
  return (
    <g className={ink}>
      {planned && (
        <rect {...place(planned, x)} y={y + 12} height="14" rx="4" className="fill-accent-soft stroke-accent-text/25" />
      )}
      {planned && phase.percent > 0 && <rect {...place(planned, x, phase.percent)} y={y + 12} height="14" rx="4" />}
      {actual && <rect {...place(actual, x)} y={y + 31} height="3" rx="1.5" opacity="0.7" />}
    </g>
  );
}

/** Where a span lies, or its first part of so many percent; what lasts a day still shows. Either end may be the left one. */
function place(span: Span, x: Props['x'], percent = 100) {
  const [from, to] = [x(span.from), x(span.to)];
  const width = Math.max((Math.abs(to - from) * percent) / 100, 0.6);
  return { x: `${round(from <= to ? from : from - width)}%`, width: `${round(width)}%` };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
