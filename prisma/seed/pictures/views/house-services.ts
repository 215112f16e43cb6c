import { chanceOf } from '@/prisma/seed/chance';
import { daylight } from '@/prisma/seed/pictures/daylight';
import { mineral, plain } from '@/prisma/seed/pictures/paints';
import { meadow } from '@/prisma/seed/pictures/props/grounds';
import { pineTree } from '@/prisma/seed/pictures/props/plants';
import { room, white } from '@/prisma/seed/pictures/props/rooms';
import { curve, oak, pine, pipe, zinc } from '@/prisma/seed/pictures/props/site';
import { studs } from '@/prisma/seed/pictures/props/walls';
import type { Scene } from '@/prisma/seed/pictures/scene';
import { box, cylinder, ground } from '@/prisma/seed/pictures/solids';
import type { Vec } from '@/prisma/seed/pictures/vector';

const brass = plain('#B9924C', { gloss: 0.2, variety: 0.1 });
const orange = plain('#C9683C', { gloss: 0.06, variety: 0.12 });
const red = plain('#A8352C', { gloss: 0.08 });
const blue = plain('#335F8E', { gloss: 0.08 });

/** The manifold of the floor heating: two bars of brass, and loops that dive into the floor. */
export function manifold(): Scene {
  const loops = Array.from({ length: 9 }, (_, index) => {
    const x = -0.72 + index * 0.18;
    const down = (dx: number, top: number, z: number): Vec[] => [
      [x + dx, top, z],
      [x + dx, top - 0.25, z],
      [x + dx * 1.4 + 0.02, 0.5, z + 0.02],
      [x + dx * 2.2 + 0.03, 0.16, z + 0.1],
      [x + dx * 3 + (index - 4) * 0.04, 0.015, z + 0.4],
      [x + dx * 4 + (index - 4) * 0.11, 0.012, z + 1.1 + index * 0.03],
      [x + dx * 4 + (index - 4) * 0.2, 0.012, z + 2.8],
    ];
    return [
      ...pipe(curve(down(0, 1.52, 0.12), 7), 0.014, orange, 10),
      ...pipe(curve(down(0.05, 1.16, 0.09), 7), 0.014, orange, 10),
      ...cylinder([x, 1.5, 0.12], [x, 1.68, 0.12], 0.02, zinc, 12),
      ...cylinder([x, 1.68, 0.12], [x, 1.75, 0.12], 0.03, red, 14),
      ...cylinder([x + 0.05, 1.14, 0.09], [x + 0.05, 1.3, 0.09], 0.018, zinc, 12),
      ...cylinder([x + 0.05, 1.3, 0.09], [x + 0.05, 1.36, 0.09], 0.028, blue, 14),
    ];
  }).flat();
  return {
    faces: [
      ...room([-1.6, 0, 0], {
        width: 3.2,
        depth: 4,
        height: 2.6,
        floor: mineral('#A8A196', { contrast: 0.25, rough: 0.15 }),
        right: [{ x: 0.9, y: 0.8, width: 1.6, height: 1.5 }],
      }),
      ...box([-1.05, 0.9, 0], [2.1, 1.1, 0.025], zinc),
      ...[-1, 0.96].flatMap((x) => box([x, 0.95, 0.02], [0.05, 1, 0.08], plain('#6F7578'))),
      ...cylinder([-0.95, 1.5, 0.12], [0.95, 1.5, 0.12], 0.034, brass, 22),
      ...cylinder([-0.95, 1.14, 0.09], [0.95, 1.14, 0.09], 0.034, brass, 22),
      ...cylinder([0.95, 1.5, 0.12], [1.6, 1.5, 0.12], 0.026, plain('#B66F45', { gloss: 0.2 }), 16),
      ...cylinder([0.95, 1.14, 0.09], [1.6, 1.14, 0.09], 0.026, plain('#B66F45', { gloss: 0.2 }), 16),
      ...cylinder([-0.95, 1.5, 0.12], [-0.95, 1.5, 0.22], 0.05, white, 24),
      ...cylinder([-0.95, 1.5, 0.22], [-0.95, 1.5, 0.225], 0.044, plain('#2B2B2B'), 24),
      ...loops,
      ...ground(meadow, -2),
    ],
    from: { eye: [0.75, 1.35, 2.25], target: [-0.05, 0.92, 0.2], angle: 62 },
    light: daylight('afternoon', 112, 30),
    bounds: { centre: [0, 1, 1], reach: 3.5 },
    fill: [0.3, 0.28, 0.25],
    focus: { distance: 2.3, blur: 0.35 },
  };
}

/** Cables of the upper floor along the joists and down to the switches, before boards cover them. */
export function cableRuns(): Scene {
  const chance = chanceOf('cables');
  const colours = ['#D9D4C7', '#3F4447', '#C98A3C', '#4A7A9B', '#7F8A5A', '#D9D4C7'];
  const run = (x: number, turn: number) =>
    Array.from({ length: 6 }, (_, index) => {
      const sway = () => (chance() - 0.5) * 0.05;
      const at = x + index * 0.03;
      const points: Vec[] = [
        [at, 2.5 + sway(), 3.5],
        [at + sway(), 2.48 + sway(), 2.2],
        [at + sway(), 2.47 + sway(), 0.6],
        [at + sway(), 2.48 + sway(), -1],
        [at + turn * 0.1, 2.46, -2 - index * 0.03],
        [at + turn * 0.35, 2.3, -2.68],
        [at + turn * 0.4 + sway(), 1.9, -2.74],
        [at + turn * 0.4 + sway(), 1.25 - 0.04 * index, -2.74],
      ];
      return pipe(curve(points, 7), 0.0095, plain(colours[index] ?? '#D9D4C7', { gloss: 0.06 }), 7);
    }).flat();
  const boxes = [-1.36, 0.66].flatMap((x) =>
    [0, 0.09].flatMap((dx) => cylinder([x + dx, 1.12, -2.8], [x + dx, 1.12, -2.69], 0.042, plain('#C9683C'), 20)),
  );
  return {
    faces: [
      ...studs([-3, 0, -2.84], 6, 2.6, pine),
      ...studs([-3, 0, -2.84], 6.6, 2.6, pine, true),
      ...box([-3.2, 0, -3.02], [6.4, 2.6, 0.06], plain('#8E9A93', { variety: 0.02 })),
      ...Array.from({ length: 10 }, (_, index) => box([-3 + index * 0.64, 2.6, -2.9], [0.07, 0.24, 7], pine)).flat(),
      ...box([-3.2, 2.84, -3], [6.4, 0.03, 4.4], oak),
      ...box([-3.2, -0.05, -3], [7, 0.05, 7], oak),
      ...Array.from({ length: 5 }, (_, index) =>
        box([-3.1, 2.53, -1.8 + index * 1.05], [6.2, 0.05, 0.06], pine),
      ).flat(),
      ...run(-1.1, -0.6),
      ...run(0.55, 0.25),
      ...boxes,
      ...ground(meadow, -3.2),
      ...pineTree([-9, -3.2, -3], 9),
      ...cylinder([1.7, 0, -1.6], [1.7, 0.24, -1.6], 0.2, plain('#C98A3C'), 26),
      ...cylinder([1.7, 0.02, -1.6], [1.7, 0.22, -1.6], 0.205, plain('#3F4447'), 26),
    ],
    from: { eye: [0.9, 1.35, 2.3], target: [-0.3, 1.75, -2.4], angle: 68 },
    light: daylight('noon', -112, 42),
    bounds: { centre: [0, 1.4, -1], reach: 5 },
    fill: [0.2, 0.19, 0.17],
    bounce: [0.34, 0.3, 0.24],
  };
}
