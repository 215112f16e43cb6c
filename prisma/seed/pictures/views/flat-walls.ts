import { daylight } from '@/prisma/seed/pictures/daylight';
import { cloudAt } from '@/prisma/seed/pictures/noise';
import { laid, mineral, plain, where } from '@/prisma/seed/pictures/paints';
import { curve, pipe } from '@/prisma/seed/pictures/props/site';
import type { Scene } from '@/prisma/seed/pictures/scene';
import { box, cylinder } from '@/prisma/seed/pictures/solids';

/** Behind the plaster of the dining room wall: brick, a box, and cables of three ages. */
export function oldWiring(): Scene {
  const plaster = mineral('#C9BCA6', { contrast: 0.35, rough: 0.3 });
  const bricks = laid(mineral('#96604A', { size: 0.2, rough: 0.5 }).paint, {
    width: 0.24,
    height: 0.075,
    joint: 0.014,
    jointColour: '#A59A8A',
    bond: 0.5,
    variety: 0.5,
  });
  const broken = (u: number, v: number) =>
    Math.hypot((u - 1.5) * 0.75, v - 1.15) +
    (cloudAt(u * 0.5, v * 0.5) - 0.5) * 0.55 +
    (cloudAt(u * 2, v * 2) - 0.5) * 0.09;
  const paint = where(
    (u, v) => broken(u, v) < 0.52,
    bricks.paint,
    where((u, v) => broken(u, v) < 0.545, plain('#E5DCCB').paint, plaster.paint),
  );
  const cable = (points: [number, number][], colour: string, thick = 0.009) =>
    pipe(
      curve(
        points.map(([x, y], index) => [x, y, 0.012 + 0.03 * (index % 2)] as const),
        9,
      ),
      thick,
      plain(colour, { gloss: 0.05 }),
    );
  return {
    faces: [
      ...box([-1, 0, -0.2], [5, 2.7, 0.2], { paint, gloss: 0.02 }).map(
        (face) => ({ ...face, origin: [0, 0, 0], across: [1, 0, 0], down: [0, 1, 0] }) as const,
      ),
      ...box([-1, -0.2, 0], [5, 0.2, 4], mineral('#8E8578')),
      ...box([-1.2, 0, 0], [0.2, 2.7, 4], plaster),
      ...cylinder([1.5, 1.2, -0.01], [1.5, 1.2, 0.035], 0.085, plain('#3B3936', { gloss: 0.06 }), 26),
      ...cylinder([1.5, 1.2, 0.03], [1.5, 1.2, 0.037], 0.07, plain('#1E1C1B'), 26),
      ...cable(
        [
          [0.2, 2.7],
          [0.75, 1.8],
          [1.2, 1.45],
          [1.45, 1.24],
          [1.52, 1.2],
        ],
        '#B8AD98',
        0.012,
      ),
      ...cable(
        [
          [1.5, 1.18],
          [1.62, 1.0],
          [1.9, 0.78],
          [2.05, 0.45],
          [2.1, 0.02],
        ],
        '#4A4642',
        0.011,
      ),
      ...cable(
        [
          [1.5, 1.22],
          [1.8, 1.3],
          [2.15, 1.22],
          [2.5, 1.4],
          [3.1, 1.42],
        ],
        '#7A4A36',
      ),
      ...cable(
        [
          [1.46, 1.18],
          [1.3, 1.05],
          [1.22, 0.86],
          [1.3, 0.74],
          [1.25, 0.66],
        ],
        '#C9B458',
        0.005,
      ),
      ...cable(
        [
          [1.5, 1.17],
          [1.42, 1.0],
          [1.4, 0.84],
          [1.48, 0.72],
          [1.44, 0.62],
        ],
        '#5B7B9A',
        0.005,
      ),
      ...Array.from({ length: 40 }, (_, index) =>
        box(
          [0.7 + ((index * 37) % 170) / 100, 0, 0.05 + ((index * 53) % 60) / 100],
          [0.03 + (index % 4) * 0.02, 0.02 + (index % 3) * 0.012, 0.03],
          index % 3 ? plaster : bricks,
        ),
      ).flat(),
    ],
    from: { eye: [1.05, 1.3, 1.95], target: [1.5, 1.08, 0], angle: 56 },
    light: daylight('morning', -128, 26),
    bounds: { centre: [1.5, 1.2, 0.4], reach: 3 },
    fill: [0.16, 0.15, 0.14],
    bounce: [0.2, 0.18, 0.15],
    focus: { distance: 2, blur: 0.5 },
  };
}
