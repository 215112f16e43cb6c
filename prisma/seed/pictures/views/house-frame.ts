import { daylight } from '@/prisma/seed/pictures/daylight';
import { concrete, meadow, soil } from '@/prisma/seed/pictures/props/grounds';
import { hills, sea, stones } from '@/prisma/seed/pictures/props/landscape';
import { grass, hedge, pineTree, roundTree, woods } from '@/prisma/seed/pictures/props/plants';
import { oak, pine, scaffold } from '@/prisma/seed/pictures/props/site';
import { studs } from '@/prisma/seed/pictures/props/walls';
import type { Scene } from '@/prisma/seed/pictures/scene';
import { beam, box, ground, turnedBox } from '@/prisma/seed/pictures/solids';
import type { Vec } from '@/prisma/seed/pictures/vector';

/** The first wall stands, propped, on the slab. */
export function firstWall(): Scene {
  return {
    faces: [
      ...ground(soil),
      ...ground(meadow, 0.02, 9).map((face) => ({
        ...face,
        corners: face.corners.map(([x, y, z]): Vec => [x * 6, y, z * 3 - 36]),
      })),
      ...hills(220, 30, 'sintra'),
      ...woods(34, -50, 50, 4.5),
      ...pineTree([9, 0, -16], 7),
      ...pineTree([14.5, 0, -24], 9.5),
      ...pineTree([-14, 0, -30], 9),
      ...hedge([-6, 0.3, -19], [9, 0.8, 1], 700),
      ...grass([-18, 0, -14], [18, 0, -8], 900, 0.5),
      ...stones([-7, 0, 0], [6, 0, 6], 80, 0.2),
      ...box([-6, 0, -6], [12, 0.35, 8.6], concrete),
      ...studs([-4.6, 0.35, -2], 8.4, 2.6, pine),
      ...beam([2.4, 0.4, 1.1], [1.2, 2.6, -1.85], 0.05, 0.1, pine),
      ...beam([-2.6, 0.4, 1.1], [-3.2, 2.6, -1.85], 0.05, 0.1, pine),
      ...Array.from({ length: 7 }, (_, i) =>
        turnedBox([3.6 + 0.17 * i, 0.35, 0.4 - 0.03 * i], [0.12, 0.06, 2.4], 4, pine),
      ).flat(),
    ],
    from: { eye: [-5.2, 1.85, 4.6], target: [0.4, 1.45, -2], angle: 62 },
    light: daylight('morning', 62),
    bounds: { centre: [0, 1, -4], reach: 13 },
    bounce: [0.32, 0.28, 0.24],
  };
}

/** From the scaffold along the ridge, out to sea. */
export function ridge(): Scene {
  const rafters = Array.from({ length: 12 }, (_, index) => {
    const z = -0.4 - index * 0.75;
    return [
      ...beam([-4.4, -0.55, z], [0, 2.75, z], 0.08, 0.22, pine),
      ...beam([4.4, -0.55, z], [0, 2.75, z], 0.08, 0.22, pine),
    ];
  }).flat();
  return {
    faces: [
      ...ground(meadow, -7, 55),
      ...sea(20, 14),
      ...hills(700, 60, 'guincho').filter((_, index) => index < 26),
      ...pineTree([-13, -7, -28], 9),
      ...pineTree([12, -7, -34], 10),
      ...pineTree([19, -7, -30], 8),
      ...pineTree([-21, -7, -36], 8),
      ...rafters,
      ...beam([0, 2.66, 1.2], [0, 2.66, -9.4], 0.16, 0.4, oak),
      ...beam([-3.3, 0.1, 0.2], [-3.3, 0.1, -9.2], 0.14, 0.14, pine),
      ...beam([3.3, 0.1, 0.2], [3.3, 0.1, -9.2], 0.14, 0.14, pine),
      ...Array.from({ length: 8 }, (_, index) =>
        box([-3.2, -0.02, -0.9 - index * 1.1], [6.4, 0.05, 0.24], pine),
      ).flat(),
    ],
    from: { eye: [-1.9, 3.5, 3.4], target: [0.35, 1.75, -5], angle: 66 },
    light: daylight('afternoon', -78, 28),
    bounds: { centre: [0, 1, -4], reach: 9 },
    bounce: [0.3, 0.27, 0.22],
  };
}

/** Looking up through the stair opening: joists, more joists, and sky. */
export function joists(): Scene {
  const floor = (y: number, gap: readonly [number, number]) =>
    Array.from({ length: 12 }, (_, index) => {
      const x = -3.3 + index * 0.6;
      const opens = x > gap[0] && x < gap[1];
      return opens
        ? [...box([x, y, -6], [0.07, 0.24, 3.1], pine), ...box([x, y, 0.4], [0.07, 0.24, 3], pine)]
        : box([x, y, -6], [0.07, 0.24, 9.4], pine);
    }).flat();
  return {
    faces: [
      ...floor(2.7, [-1.3, 0.9]),
      ...box([-1.4, 2.7, -3], [2.3, 0.24, 0.09], pine),
      ...box([-1.4, 2.7, 0.3], [2.3, 0.24, 0.09], pine),
      ...studs([-3.4, 0, -6], 7, 2.7, pine),
      ...studs([-3.4, 2.94, -6], 7, 2.6, pine),
      ...studs([-3.4, 0, -6], 9, 2.7, pine, true),
      ...studs([3.5, 2.94, -6], 9, 2.6, pine, true),
      ...studs([-3.4, 2.94, -6], 9, 2.6, pine, true),
      ...floor(5.5, [5, 6]),
      ...box([-3.4, 2.95, -6], [1.7, 0.02, 9], oak),
      ...box([1.3, 2.95, -6], [2.2, 0.02, 9], oak),
    ],
    from: { eye: [0.35, 1.2, 1.3], target: [-0.35, 4.2, -2.9], angle: 78 },
    light: daylight('afternoon', 55, 40),
    bounds: { centre: [0, 3, -2], reach: 7 },
    fill: [0.2, 0.19, 0.17],
    bounce: [0.35, 0.31, 0.26],
  };
}

/** The frame of the whole house, late in the day, from the lane. */
export function houseFrame(): Scene {
  const storey = (y: number) => [
    ...studs([-6, y, 0], 12, 2.7, pine),
    ...studs([-6, y, -7.5], 12, 2.7, pine),
    ...studs([-6, y, -7.5], 7.5, 2.7, pine, true),
    ...studs([6, y, -7.5], 7.5, 2.7, pine, true),
    ...studs([1, y, -7.5], 7.5, 2.7, pine, true),
    ...box([-6.1, y + 2.7, -7.6], [12.2, 0.24, 7.7], oak),
  ];
  const roof = Array.from({ length: 17 }, (_, index) => {
    const x = -6.3 + index * 0.79;
    return [
      ...beam([x, 6.0, 0.7], [x, 8.9, -3.75], 0.07, 0.2, pine),
      ...beam([x, 6.0, -8.2], [x, 8.9, -3.75], 0.07, 0.2, pine),
    ];
  }).flat();
  return {
    faces: [
      ...ground(meadow),
      ...hills(320, 52, 'serra'),
      ...woods(46, -70, 80, 6),
      ...box([-30, 0, 5.6], [60, 0.03, 3.4], soil),
      ...box([-6.4, 0, -8], [12.8, 0.35, 8.6], concrete),
      ...storey(0.35),
      ...storey(3.29),
      ...roof,
      ...beam([-6.6, 8.9, -3.75], [6.6, 8.9, -3.75], 0.1, 0.3, oak),
      ...scaffold([6.5, 0, 0.6], 2, 3),
      ...pineTree([-12, 0, -13], 10),
      ...pineTree([14, 0, -16], 11),
      ...pineTree([-18, 0, -22], 10),
      ...roundTree([-10.5, 0, 1.5], 4.2),
      ...hedge([10, 0.5, 3.6], [3.4, 0.9, 0.8], 500),
      ...grass([-16, 0, 2], [16, 0, 5.4], 1400, 0.42),
      ...turnedBox([-3.6, 0, 2.6], [3.2, 0.5, 1], 6, pine),
      ...stones([-12, 0, 5.2], [12, 0, 6], 60, 0.22),
    ],
    from: { eye: [-9.5, 2, 13.5], target: [0.4, 4, -2], angle: 62 },
    light: daylight('evening', -118, 15),
    bounds: { centre: [0, 3, -3], reach: 15 },
    bounce: [0.26, 0.22, 0.18],
    exposure: 1.1,
  };
}
