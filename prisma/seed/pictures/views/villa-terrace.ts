import { daylight } from '@/prisma/seed/pictures/daylight';
import { mineral, plain } from '@/prisma/seed/pictures/paints';
import { meadow, soil } from '@/prisma/seed/pictures/props/grounds';
import { hills, stones } from '@/prisma/seed/pictures/props/landscape';
import { grass, hedge, pineTree, roundTree, woods } from '@/prisma/seed/pictures/props/plants';
import { pine } from '@/prisma/seed/pictures/props/site';
import { limestone } from '@/prisma/seed/pictures/props/villa';
import { dryStones } from '@/prisma/seed/pictures/props/walls';
import type { Scene } from '@/prisma/seed/pictures/scene';
import { beam, box, cylinder, ground } from '@/prisma/seed/pictures/solids';
import { moved } from '@/prisma/seed/pictures/turn';

const granite = mineral('#A79F8E', { contrast: 0.55, size: 0.4, rough: 0.5 });
const dark = mineral('#4A4338');

/** The first metres of the new dry-stone wall, a string for the next course. */
export function dryStoneWall(): Scene {
  return {
    faces: [
      ...ground(soil),
      ...hills(300, 58, 'sintra'),
      ...moved(woods(26, -40, 40, 5), [0, 1, 0]),
      ...dryStones([-3.6, 0, -0.9], { length: 4.6, height: 1.15, thickness: 0.55 }, granite),
      ...dryStones([1, 0, -0.9], { length: 1, height: 0.65, thickness: 0.55 }, granite),
      ...dryStones([2, 0, -0.9], { length: 1.2, height: 0.25, thickness: 0.55 }, granite),
      ...box([-3.6, 0, -0.95], [4.6, 1.05, 0.4], dark),
      ...box([-3.8, 1.17, -1], [2.4, 0.09, 0.72], limestone),
      ...box([-12, 0, -9], [24, 1, 8], meadow),
      ...[-3.9, 3.6].flatMap((x) => beam([x, 0, -0.25], [x, 1.5, -0.25], 0.05, 0.05, pine)),
      ...cylinder([-3.9, 1.3, -0.23], [3.6, 1.3, -0.23], 0.004, plain('#D46A4A'), 5),
      ...stones([0.8, 0.04, 0.2], [4.2, 0.04, 2.2], 46, 0.42, granite),
      ...stones([-3.4, 0.02, 0.2], [0.6, 0.02, 1.6], 30, 0.12, granite),
      ...grass([-9, 1, -2.6], [9, 1, -1.1], 1400, 0.4),
      ...hedge([-5, 1.5, -5.4], [3, 0.9, 1], 700),
      ...roundTree([4.4, 1, -5], 5),
      ...roundTree([-1.6, 1, -8], 5.6),
      ...pineTree([9, 1, -12], 11),
    ],
    from: { eye: [3.1, 1.55, 3.9], target: [-0.5, 0.85, -1], angle: 60 },
    light: daylight('noon', 108, 46),
    bounds: { centre: [0, 0.8, -1], reach: 8 },
    bounce: [0.3, 0.26, 0.2],
  };
}

/** The bulge of the old retaining wall, with the staff that measures it. */
export function bulgingWall(): Scene {
  const bulge = (x: number, y: number) => 0.42 * Math.exp(-((x - 4.3) ** 2) / 1.6 - (y - 1.1) ** 2 / 0.5);
  const band = (index: number) =>
    box([2.02, index * 0.2, 0.2], [0.06, 0.2, 0.03], plain(index % 2 ? '#E9E4D8' : '#B8403A', { variety: 0 }));
  return {
    faces: [
      ...ground(soil),
      ...dryStones([-2, 0, -1.2], { length: 9, height: 2.5, thickness: 0.6 }, granite, bulge),
      ...box([-2, 0, -1.3], [9, 2.4, 0.4], dark),
      ...box([-12, 0, -9], [24, 2.4, 7.8], meadow),
      ...Array.from({ length: 12 }, (_, index) => band(index)).flat(),
      ...cylinder([2.1, 2.2, 0.2], [2.35, 1.2, -0.2], 0.003, plain('#D8C24A'), 5),
      ...box([2.08, 1.09, -0.15], [0.3, 0.012, 0.36], plain('#D8C24A')),
      ...stones([-1.5, 0.02, -0.4], [6, 0.02, 1.2], 60, 0.13, granite),
      ...grass([-3, 2.4, -2.4], [7, 2.4, -1.3], 900, 0.36),
      ...grass([-2, 0, -0.55], [6, 0, -0.3], 300, 0.24),
      ...hedge([0.4, 2.9, -2.6], [1.5, 0.6, 0.6], 420),
      ...roundTree([5.4, 2.4, -4.4], 4),
    ],
    from: { eye: [0.05, 1.5, 2.9], target: [2.1, 1.25, -0.6], angle: 58 },
    light: daylight('morning', 122, 36),
    bounds: { centre: [2.2, 1.2, -0.5], reach: 6.5 },
    bounce: [0.3, 0.26, 0.2],
  };
}
