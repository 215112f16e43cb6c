import { daylight } from '@/prisma/seed/pictures/daylight';
import type { Face } from '@/prisma/seed/pictures/face';
import { plain, wood } from '@/prisma/seed/pictures/paints';
import { meadow, patchy } from '@/prisma/seed/pictures/props/grounds';
import { hills } from '@/prisma/seed/pictures/props/landscape';
import { grass, pineTree, roundTree, woods } from '@/prisma/seed/pictures/props/plants';
import { clayTile, tiled } from '@/prisma/seed/pictures/props/roofs';
import { oak, pine, scaffold, zinc } from '@/prisma/seed/pictures/props/site';
import { lime, limestone } from '@/prisma/seed/pictures/props/villa';
import { wall } from '@/prisma/seed/pictures/props/walls';
import type { Scene } from '@/prisma/seed/pictures/scene';
import { beam, box, cylinder, ground } from '@/prisma/seed/pictures/solids';
import { moved, turned } from '@/prisma/seed/pictures/turn';

const oldClay = plain('#9A6A50', { variety: 0.9 });

/** Half a pipe of zinc along x, open to the top. */
function gutter(x: number, y: number, z: number, length: number): Face[] {
  const half = cylinder([x, y, z], [x + length, y, z], 0.085, zinc, 24).filter(
    ({ corners }) => corners.length === 4 && corners.every((corner) => corner[1] <= y + 0.001),
  );
  return [
    ...half.map((face) => ({ ...face, card: true })),
    ...cylinder([x, y + 0.005, z + 0.09], [x + length, y + 0.005, z + 0.09], 0.013, zinc, 10),
    ...Array.from({ length: Math.floor(length / 0.8) }, (_, index) =>
      box([x + 0.4 + index * 0.8, y - 0.1, z - 0.1], [0.03, 0.006, 0.2], zinc),
    ).flat(),
  ];
}

/** Zinc gutters along the chapel wing, below old tiles. */
export function gutters(): Scene {
  return {
    faces: [
      ...ground(meadow, -5),
      ...hills(420, 70, 'sintra'),
      ...moved(turned(woods(34, -40, 60, 8), 'y', -55), [0, -5, 0]),
      ...turned(tiled([-5, 0, 0], 44, 12, oldClay, 6), 'x', 27),
      ...box([-5.1, -0.12, -0.22], [10.6, 0.1, 0.2], oak),
      ...gutter(-5.2, -0.05, 0.13, 10.8),
      ...cylinder([3.4, -0.14, 0.13], [3.4, -0.5, 0.13], 0.05, zinc, 18),
      ...cylinder([3.4, -0.5, 0.13], [3.4, -0.85, -0.12], 0.05, zinc, 18),
      ...cylinder([3.4, -0.85, -0.12], [3.4, -5, -0.12], 0.05, zinc, 18),
      ...wall([-5, -5, -0.3], { length: 10.4, height: 4.9, thickness: 0.4, openings: [] }, lime),
      ...box([-5, -0.6, -0.3], [10.4, 0.2, 0.12], limestone),
      ...roundTree([8, -5, -4], 7),
      ...pineTree([-6.5, -5, -13], 13),
      ...pineTree([12, -5, -18], 13),
    ],
    from: { eye: [-3.1, 0.75, 1.95], target: [1.1, -0.12, -0.35], angle: 60 },
    light: daylight('morning', 62, 32),
    bounds: { centre: [0.5, 0, -1], reach: 6 },
    bounce: [0.28, 0.25, 0.18],
    focus: { distance: 3.4, blur: 0.4 },
  };
}

/** Old roof tiles, cleaned and sorted by colour, in the low sun. */
export function sortedTiles(): Scene {
  const rows = Array.from({ length: 9 }, (_, row) =>
    Array.from({ length: 26 }, (_, index) => {
      const upright = turned(clayTile([0, 0, 0], oldClay, 6), 'x', 78);
      return moved(upright, [-3.6 + row * 0.36 - (row % 2) * 0.04, 0.08, 1.4 - index * 0.19]);
    }).flat(),
  ).flat();
  return {
    faces: [
      ...ground(patchy('#86765F', '#A9987D', 0.4)),
      ...ground(meadow, -0.02).map((face) => ({
        ...face,
        corners: face.corners.map(([x, y, z]) => [x, y + 0.03, z - 609] as const),
      })),
      ...rows,
      ...Array.from({ length: 10 }, (_, index) => box([-4, 0, 1.2 - index * 0.5], [3.6, 0.05, 0.08], pine)).flat(),
      ...wall(
        [-7, 0, -6],
        { length: 14, height: 3.2, thickness: 0.4, openings: [{ x: 8.6, y: 0, width: 1.3, height: 2.3 }] },
        lime,
      ),
      ...box([1.6, 0, -6.3], [1.3, 2.3, 0.06], wood('#5B6B60')),
      ...turned(tiled([-7.3, 3.15, -5.6], 62, 6, oldClay), 'x', 22, [0, 3.15, -5.6]),
      ...roundTree([4.6, 0, -3.6], 4.6),
      ...grass([-1, 0, -5.8], [6, 0, -5], 400, 0.3),
      ...cylinder([0.9, 0, -0.6], [0.9, 0.36, -0.6], 0.19, plain('#7E8589', { gloss: 0.08 }), 24),
      ...beam([0.9, 0, 0.2], [1.1, 1.3, -0.7], 0.03, 0.03, pine),
    ],
    from: { eye: [-1.1, 1.5, 3.9], target: [-1.7, 0.62, -1.6], angle: 62 },
    light: daylight('evening', -70, 17),
    bounds: { centre: [-1, 0.8, -2], reach: 7.5 },
    bounce: [0.3, 0.22, 0.16],
  };
}

/** New boards on the main roof, seen from the scaffold early in the day. */
export function boardedRoof(): Scene {
  const boards = Array.from({ length: 30 }, (_, index) =>
    [-6.5, -2.1 + (index % 3) * 0.7, 2.6 - (index % 4) * 0.5].flatMap((x, part, starts) =>
      box([x, 0, -0.2 - index * 0.2], [(starts[part + 1] ?? 6.8) - x - 0.006, 0.024, 0.193], pine),
    ),
  ).flat();
  return {
    faces: [
      ...ground(meadow, -7),
      ...hills(380, 96, 'sintra'),
      ...hills(250, 34, 'vale'),
      ...moved(woods(36, -50, 60, 9), [0, -7, 0]),
      ...turned(boards, 'x', 27),
      ...turned(tiled([2.9, 0.08, -3.9], 14, 5, oldClay), 'x', 27),
      ...turned(
        Array.from({ length: 4 }, (_, index) =>
          box([-5.6 + index * 2.9, 0.03, -2.8 - (index % 2)], [1.4, 0.07 + 0.03 * index, 0.14], oak),
        ).flat(),
        'x',
        27,
      ),
      ...box([-2.6, 1, -4.6], [1, 2.6, 0.9], lime),
      ...box([-2.7, 3.6, -4.7], [1.2, 0.12, 1.1], limestone),
      ...Array.from({ length: 4 }, (_, index) => box([-6.8, -0.62, 0.5 + index * 0.27], [14, 0.05, 0.25], pine)).flat(),
      ...[-5, -2.4, 0.2, 2.8, 5.4].flatMap((x) => cylinder([x, -2, 1.6], [x, 1, 1.6], 0.03, zinc, 8)),
      ...[0, 0.6].flatMap((y) => cylinder([-7, y, 1.6], [7, y, 1.6], 0.025, zinc, 8)),
      ...scaffold([6.9, -4.6, -0.4], 2, 2),
      ...pineTree([-9, -7, -17], 12),
      ...pineTree([10, -7, -20], 13),
      ...roundTree([-12, -7, -12], 9),
    ],
    from: { eye: [-4.2, 1.35, 1.35], target: [0.6, 0.75, -2.8], angle: 68 },
    light: daylight('morning', 78, 24),
    bounds: { centre: [0, 0.8, -2], reach: 8 },
    bounce: [0.28, 0.25, 0.2],
    exposure: 1.05,
  };
}
