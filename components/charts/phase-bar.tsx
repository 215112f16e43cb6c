import { actualSpan, isLate, plannedSpan, type Span, type TimelinePhase } from '@/components/charts/phase';
import type { Day } from '@/lib/format';

type Props = { phase: TimelinePhase; today: Day; x: (day: Day) => number };

/** The plan as a broad tint filled as far as the work is, and under it, thin, when the work really happened. */
export function PhaseBar({ phase, today, x }: Props) {
  const planned = plannedSpan(phase);
  const actual = actualSpan(phase, today);
  const ink = isLate(phase, today) ? 'fill-warn' : 'fill-accent-text';
  return (
    <>
      {planned && (
        <rect {...place(planned, x)} y="12" height="14" rx="4" className="fill-accent-soft stroke-accent-text/25" />
      )}
      {planned && phase.percent > 0 && <Filled span={planned} x={x} percent={phase.percent} ink={ink} />}
      {actual && <rect {...place(actual, x)} y="31" height="3" rx="1.5" className={`${ink} opacity-70`} />}
    </>
  );
}

function Filled({ span, x, percent, ink }: { span: Span; x: Props['x']; percent: number; ink: string }) {
  const mirrored = x(span.to) < x(span.from);
  const whole = Math.abs(x(span.to) - x(span.from));
  const width = Math.max((whole * percent) / 100, 0.6);
  return (
    <rect
      x={`${mirrored ? x(span.from) - width : x(span.from)}%`}
      width={`${width}%`}
      y="12"
      height="14"
      rx="4"
      className={ink}
    />
  );
}

/** A bar of a day still shows. */
function place(span: Span, x: Props['x']) {
  const [from, to] = [x(span.from), x(span.to)];
  return { x: `${Math.min(from, to)}%`, width: `${Math.max(Math.abs(to - from), 0.6)}%` };
}
