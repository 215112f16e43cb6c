import { linePath, toUnit } from '@/components/charts/line-path';

/** A small line chart beside a number, without axes. */
export function Sparkline({ values, label }: { values: readonly number[]; label: string }) {
  if (values.length < 2) return null;
  const { points } = toUnit(values.map((y, x) => ({ x, y })));
  return (
    <svg
      viewBox="0 -6 100 112"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      className="h-8 w-24 rtl:-scale-x-100"
      fill="none"
    >
      <path
        d={linePath(points)}
        className="stroke-accent-text"
        strokeWidth="1.5"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
