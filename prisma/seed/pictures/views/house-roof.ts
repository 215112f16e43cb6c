import { daylight } from '@/prisma/seed/pictures/daylight';
import { mineral, plain } from '@/prisma/seed/pictures/paints';
import { meadow } from '@/prisma/seed/pictures/props/grounds';
import { hills, sea } from '@/prisma/seed/pictures/props/landscape';
import { pineTree, roundTree, woods } from '@/prisma/seed/pictures/props/plants';
import { clayTile, tiled } from '@/prisma/seed/pictures/props/roofs';
import { oak, pine, scaffold, zinc } from '@/prisma/seed/pictures/props/site';
import type { Scene } from '@/prisma/seed/pictures/scene';
import { beam, box, cylinder, ground } from '@/prisma/seed/pictures/solids';
import { moved, turned } from '@/prisma/seed/pictures/turn';

const lime = mineral('#E8E0D2', { contrast: 0.2, rough: 0.15 });
const plainClay = plain('#A66A4C', { variety: 0.4 });
const membrane = plain('#53626A', { gloss: 0.05, variety: 0.06 });

/** The last row of tiles above the workshop; the ladder is still there. */
export function roofClosed(): Scene {
  const slope = turned(tiled([-4.6, 0, 0], 40, 15), 'x', 30);
  const ridge = Array.from({ length: 26 }, (_, index) =>
    moved(turned(clayTile([0, 0, 0], plainClay, 5), 'y', 90), [-4.7 + index * 0.375, 2.78, -4.86]),
  ).flat();
  const ladder = [
    ...[0, 0.42].flatMap((x) => box([1.1 + x, 0.16, -4.3], [0.05, 0.07, 4.6], zinc)),
    ...Array.from({ length: 15 }, (_, index) =>
      cylinder([1.1, 0.2, -4.2 + index * 0.3], [1.55, 0.2, -4.2 + index * 0.3], 0.016, zinc, 6),
    ).flat(),
  ];
  return {
    faces: [
      ...ground(meadow, -3),
      ...hills(330, 46, 'serra'),
      ...moved(woods(30, -50, 60, 6), [0, -3, 0]),
      ...slope,
      ...ridge,
      ...box([-4.8, -3, -4.9], [9.8, 2.95, 4.8], lime),
      ...box([-4.9, -0.14, -0.1], [10, 0.16, 0.16], oak),
      ...cylinder([-4.9, -0.1, 0.16], [5.1, -0.1, 0.16], 0.07, zinc, 12),
      ...cylinder([4.85, -0.1, 0.1], [4.85, -3, 0.1], 0.045, zinc, 12),
      ...box([2.6, 1.4, -4.5], [0.75, 2.2, 0.75], lime),
      ...box([2.52, 3.6, -4.58], [0.91, 0.1, 0.91], mineral('#9A9388')),
      ...turned(ladder, 'x', 30),
      ...pineTree([-9.5, -3, -11], 9.5),
      ...pineTree([10, -3, -15], 10),
      ...roundTree([7.6, -3, -2.5], 4.4),
    ],
    from: { eye: [-4.4, 1.7, 5.6], target: [0.3, 0.9, -2.2], angle: 60 },
    light: daylight('afternoon', 74, 34),
    bounds: { centre: [0, 0.5, -2.4], reach: 8 },
    bounce: [0.3, 0.26, 0.18],
  };
}

/** Membrane and battens, a grid waiting for its tiles. */
export function battens(): Scene {
  const plane = [
    ...box([-6, -0.03, -6.5], [12, 0.03, 6.5], membrane),
    ...[-1.6, -3.1, -4.6].flatMap((z) => box([-6, 0, z], [12, 0.004, 0.012], plain('#C9CDCC'))),
    ...Array.from({ length: 20 }, (_, index) => box([-5.9 + index * 0.62, 0, -6.5], [0.05, 0.03, 6.5], pine)).flat(),
    ...Array.from({ length: 18 }, (_, index) => box([-6, 0.03, -0.25 - index * 0.36], [12, 0.03, 0.05], pine)).flat(),
    ...Array.from({ length: 5 }, (_, pile) =>
      Array.from({ length: 5 }, (_, layer) =>
        clayTile([-3.8 + pile * 1.9, 0.07 + layer * 0.045, -1.1 - (pile % 2) * 2.4], plainClay, 6),
      ).flat(),
    ).flat(),
    ...box([1.1, 0.02, -4.9], [0.8, 0.05, 1], zinc),
  ];
  return {
    faces: [
      ...ground(meadow, -6, 70),
      ...sea(30, 14),
      ...hills(620, 70, 'guincho').slice(28),
      ...turned(plane, 'x', 32),
      ...scaffold([6.2, -4.2, 1], 3, 2),
      ...pineTree([-11, -6, -20], 10),
      ...pineTree([-15, -6, -16], 9),
      ...beam([-6, 3.44, -5.56], [6, 3.44, -5.56], 0.1, 0.14, oak),
    ],
    from: { eye: [-4.3, 2.5, 2.6], target: [0.6, 0.9, -2.6], angle: 66 },
    light: daylight('noon', 64, 50),
    bounds: { centre: [0, 1, -2.6], reach: 8 },
    bounce: [0.28, 0.28, 0.28],
  };
}
