/** A point or a direction in metres: to the right, up, and towards the viewer. */
export type Vec = readonly [x: number, y: number, z: number];

export const add = (a: Vec, b: Vec): Vec => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const subtract = (a: Vec, b: Vec): Vec => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const times = (a: Vec, factor: number): Vec => [a[0] * factor, a[1] * factor, a[2] * factor];
export const dot = (a: Vec, b: Vec): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vec, b: Vec): Vec => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const unit = (a: Vec): Vec => times(a, 1 / (Math.hypot(...a) || 1));
export const between = (a: Vec, b: Vec, share: number): Vec => add(a, times(subtract(b, a), share));

/** From `a` along three axes of one's own. */
export const along = (a: Vec, [x, y, z]: readonly [Vec, Vec, Vec], by: Vec): Vec =>
  add(add(add(a, times(x, by[0])), times(y, by[1])), times(z, by[2]));
