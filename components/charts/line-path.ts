/** A point in the unit square: x from start to end, y from bottom to top. */
export type Point = { x: number; y: number };

/** Scales values to the unit square; a flat line runs through the middle. `floor` widens the range, to keep zero visible. */
export function toUnit(
  points: readonly Point[],
  floor: readonly number[] = [],
): { points: Point[]; y: (value: number) => number } {
  const ys = [...points.map((point) => point.y), ...floor];
  const xs = points.map((point) => point.x);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  const y = (value: number) => (high === low ? 0.5 : (value - low) / (high - low));
  const x = (value: number) => (right === left ? 0 : (value - left) / (right - left));
  return { points: points.map((point) => ({ x: x(point.x), y: y(point.y) })), y };
}

/** SVG path of steps, in a box of 100 by 100 with y downwards: each value holds until the next point, as a balance does, and the last one until the right edge. */
export function stepPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const start = `M${round(first.x * 100)} ${round(100 - first.y * 100)}`;
  return `${start}${rest.map(({ x, y }) => `H${round(x * 100)}V${round(100 - y * 100)}`).join('')}H100`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
