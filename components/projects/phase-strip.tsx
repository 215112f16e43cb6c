'use client';

/** The percent and the weight of each phase: nothing else, because the properties of a browser component are sent along. */
type Strip = readonly (readonly [percent: number, weight: number])[];

/** Gap between two phases, in units of the drawing's width of 100. */
const gap = 0.8;

/**
 * The phases of a project in one bar, each as wide as its weight and filled by its percent. Decorative: the same data is
 * given as text.
 */
export function PhaseStrip({ phases }: { phases: Strip }) {
  if (phases.length === 0) return null;
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      className="h-1.5 w-full overflow-hidden rounded-full rtl:-scale-x-100"
    >
      {bars(phases).map(({ x, width, percent }) => (
        <g key={x}>
          <rect x={x} width={width} height="4" className="fill-line" />
          {percent > 0 && <rect x={x} width={(width * percent) / 100} height="4" className="fill-accent-text" />}
        </g>
      ))}
    </svg>
  );
}

function bars(phases: Strip) {
  const weight = phases.reduce((sum, [, one]) => sum + one, 0);
  const room = 100 - gap * (phases.length - 1);
  let x = 0;
  return phases.map(([percent, own]) => {
    const bar = { percent, x, width: Math.max(0, (room * own) / weight) };
    x += bar.width + gap;
    return bar;
  });
}
