import { hex, type Ink } from '@/prisma/seed/pictures/colour';
import type { Paint } from '@/prisma/seed/pictures/face';

/** How far a place is outside a shape, in the shape's own units; below zero it is inside. */
export type Shape = (x: number, y: number) => number;

export const disc =
  (x: number, y: number, radius: number): Shape =>
  (u, v) =>
    Math.hypot(u - x, v - y) - radius;

export const ring =
  (x: number, y: number, radius: number, thick: number): Shape =>
  (u, v) =>
    Math.abs(Math.hypot(u - x, v - y) - radius) - thick / 2;

export const bar =
  (x: number, y: number, width: number, height: number): Shape =>
  (u, v) =>
    Math.max(Math.abs(u - x - width / 2) - width / 2, Math.abs(v - y - height / 2) - height / 2);

export const stroke =
  (x1: number, y1: number, x2: number, y2: number, thick: number): Shape =>
  (u, v) => {
    const [dx, dy] = [x2 - x1, y2 - y1];
    const share = Math.min(1, Math.max(0, ((u - x1) * dx + (v - y1) * dy) / (dx * dx + dy * dy)));
    return Math.hypot(u - x1 - share * dx, v - y1 - share * dy) - thick / 2;
  };

/** What lies in both. */
export const both =
  (a: Shape, b: Shape): Shape =>
  (u, v) =>
    Math.max(a(u, v), b(u, v));
/** What lies in either. */
export const any =
  (...shapes: Shape[]): Shape =>
  (u, v) => {
    let nearest = Number.POSITIVE_INFINITY;
    for (const shape of shapes) nearest = Math.min(nearest, shape(u, v));
    return nearest;
  };

/** The same shape around a middle, `count` times. */
export const around =
  (x: number, y: number, count: number, shape: Shape): Shape =>
  (u, v) => {
    const step = (2 * Math.PI) / count;
    const angle = Math.atan2(v - y, u - x);
    const turned = angle - Math.round(angle / step) * step;
    const far = Math.hypot(u - x, v - y);
    return shape(Math.cos(turned) * far, Math.sin(turned) * far);
  };

type Layer = readonly [shape: Shape, colour: string];

/** Side of the squares for which it is found out once what is printed there. */
const patch = 0.02;

/** Shapes printed one above the other on a ground; `blur` is how wide their edges are, in metres. */
export function printed(ground: Paint, layers: readonly Layer[], blur = 0.0008): Paint {
  const inks = layers.map(([shape, text]) => ({ shape, colour: hex(text) }));
  const patches = new Map<number, typeof inks>();
  const near = (column: number, row: number) => {
    const [x, y] = [(column + 0.5) * patch, (row + 0.5) * patch];
    return inks.filter(({ shape }) => shape(x, y) < patch + blur);
  };
  return (u, v, luck, ink) => {
    ground(u, v, luck, ink);
    const [column, row] = [Math.floor(u / patch), Math.floor(v / patch)];
    const key = column * 4096 + row;
    let there = patches.get(key);
    if (!there) {
      there = near(column, row);
      patches.set(key, there);
    }
    for (const { shape, colour } of there) {
      const cover = Math.min(1, Math.max(0, 0.5 - shape(u, v) / blur));
      ink[0] += (colour[0] - ink[0]) * cover;
      ink[1] += (colour[1] - ink[1]) * cover;
      ink[2] += (colour[2] - ink[2]) * cover;
    }
  };
}

/**
 * A paint looked at once, on a grid of `fineness` points to the metre over a rectangle from (0, 0): costly patterns are
 * cheap from then on. Beyond the rectangle its rim goes on.
 */
export function baked(paint: Paint, width: number, height: number, fineness: number): Paint {
  const columns = Math.ceil(width * fineness) + 1;
  const rows = Math.ceil(height * fineness) + 1;
  const grid = new Float32Array(columns * rows * 3);
  const own: Ink = [0, 0, 0];
  for (let index = 0; index < columns * rows; index++) {
    paint((index % columns) / fineness, Math.floor(index / columns) / fineness, 0.5, own);
    for (let part = 0; part < 3; part++) grid[index * 3 + part] = own[part as 0];
  }
  return (u, v, _luck, ink) => {
    const x = Math.min(columns - 1.001, Math.max(0, u * fineness));
    const y = Math.min(rows - 1.001, Math.max(0, v * fineness));
    const left = Math.floor(x);
    const top = Math.floor(y);
    const east = x - left;
    const south = y - top;
    const index = (top * columns + left) * 3;
    const below = index + columns * 3;
    for (let part = 0; part < 3; part++) {
      const upper = (grid[index + part] as number) * (1 - east) + (grid[index + part + 3] as number) * east;
      const lower = (grid[below + part] as number) * (1 - east) + (grid[below + part + 3] as number) * east;
      ink[part as 0] = upper * (1 - south) + lower * south;
    }
  };
}
