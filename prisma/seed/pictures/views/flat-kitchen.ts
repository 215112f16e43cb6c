import { daylight } from '@/prisma/seed/pictures/daylight';
import { mineral, plain, wood } from '@/prisma/seed/pictures/paints';
import { meadow } from '@/prisma/seed/pictures/props/grounds';
import { brass, cup, fronts, kitchenRun, parquet } from '@/prisma/seed/pictures/props/kitchen';
import { hedge, leaves } from '@/prisma/seed/pictures/props/plants';
import { room } from '@/prisma/seed/pictures/props/rooms';
import { curve, pipe, steel } from '@/prisma/seed/pictures/props/site';
import type { Scene } from '@/prisma/seed/pictures/scene';
import { box, cylinder, ground } from '@/prisma/seed/pictures/solids';

/** The finished kitchen: low sun across the worktop, lamps lit above the table. */
export function eveningKitchen(): Scene {
  const lampAt = [-0.9, 0.1, 1.1];
  return {
    faces: [
      ...room([-3, 0, -2.6], {
        width: 6,
        depth: 7,
        height: 2.7,
        floor: parquet,
        left: [
          { x: 0.9, y: 0.95, width: 2.4, height: 1.4 },
          { x: 4, y: 0.1, width: 1.6, height: 2.2 },
        ],
      }),
      ...ground(meadow, -4),
      ...kitchenRun(-2.4, -2.6, 9, true),
      ...box([-2.4, 1.62, -2.6], [3.6, 0.035, 0.26], fronts),
      ...box([-2.4, 2, -2.6], [3.6, 0.035, 0.26], fronts),
      ...box([1.2, 1.5, -2.6], [1.8, 1, 0.34], fronts),
      ...[0.594, 1.194].flatMap((at) => box([1.2 + at, 1.5, -2.255], [0.008, 1, 0.006], plain('#3A2E22'))),
      ...['#D8CDB8', '#7F9A8B', '#C9B28A', '#E9E4DA', '#8A5B42', '#B9C3BE', '#D8CDB8', '#6F7F7A'].flatMap(
        (colour, index) => cup(-2.2 + index * 0.42, 1.655, -2.45, 0.14 + 0.05 * ((index * 5) % 3), colour),
      ),
      ...['#EDE7DB', '#B58C5C', '#8FA39A', '#EDE7DB', '#C7B48E'].flatMap((colour, index) =>
        cup(-2.05 + index * 0.66, 2.035, -2.46, 0.17 + 0.04 * (index % 2), colour),
      ),
      ...cylinder([-0.4, 0.92, -2.2], [-0.4, 1.26, -2.2], 0.012, steel, 10),
      ...cylinder([-0.4, 1.26, -2.2], [-0.4, 1.26, -2.0], 0.012, steel, 10),
      ...cup(1.5, 0.92, -2.3, 0.22, '#A9744B'),
      ...hedge([1.5, 1.3, -2.3], [0.2, 0.22, 0.18], 110, leaves),
      ...box([-1.5, 0.86, 0.05], [3.2, 0.05, 0.95], fronts),
      ...[-1.4, 1.55].flatMap((x) => [0.1, 0.9].flatMap((z) => box([x, 0, z], [0.07, 0.86, 0.07], fronts))),
      ...cylinder([0.35, 0.91, 0.5], [0.35, 0.97, 0.5], 0.19, plain('#E7E1D4', { gloss: 0.06 }), 26),
      ...[-0.07, 0.06, 0].flatMap((x, index) =>
        cylinder(
          [0.35 + x, 0.96, 0.46 + index * 0.05],
          [0.35 + x, 1.05, 0.46 + index * 0.05],
          0.045,
          plain(['#C8973F', '#B9772F', '#CFA552'][index] ?? '#C8973F'),
          14,
        ),
      ),
      ...lampAt.flatMap((x) => [
        ...cylinder([x, 1.78, 0.5], [x, 1.98, 0.5], 0.13, plain('#2F4A45', { gloss: 0.08 }), 24),
        ...cylinder([x, 1.772, 0.5], [x, 1.779, 0.5], 0.11, plain('#FFE2B0', { glow: 4 }), 20),
        ...cylinder([x, 1.98, 0.5], [x, 2.7, 0.5], 0.005, steel, 5),
      ]),
    ],
    from: { eye: [1.5, 1.5, 3.9], target: [-0.35, 1.12, -2], angle: 66 },
    light: daylight('evening', -84, 13),
    bounds: { centre: [0, 1.2, 0], reach: 6 },
    lamps: lampAt.map((x) => ({ at: [x, 1.68, 0.5] as const, light: [0.5, 0.36, 0.2] as const })),
    fill: [0.34, 0.27, 0.2],
    exposure: 1.1,
  };
}

/** Oak fronts hung, a row of them, handles still to come; the worktop is not there yet everywhere. */
export function oakFronts(): Scene {
  return {
    faces: [
      ...room([-2.6, 0, -2.2], {
        width: 5.2,
        depth: 6,
        height: 2.6,
        floor: mineral('#A79F94', { contrast: 0.3, rough: 0.15 }),
        right: [
          { x: 1.2, y: 0.9, width: 1.7, height: 1.4 },
          { x: 3.6, y: 0.9, width: 1.2, height: 1.4 },
        ],
      }),
      ...ground(meadow, -5),
      ...kitchenRun(-2.3, -2.2, 8, false),
      ...box([-2.3, 1.5, -2.2], [2.4, 0.9, 0.34], fronts),
      ...[0.6, 1.2, 1.8].flatMap((at) => box([-2.304 + at, 1.5, -1.861], [0.008, 0.9, 0.006], plain('#4A3A28'))),
      ...box([0.9, 0.92, -2.0], [0.42, 0.16, 0.3], plain('#35607A')),
      ...box([1.42, 0.92, -1.96], [0.2, 0.1, 0.14], plain('#C9A53C')),
      ...[0, 1, 2].flatMap((index) =>
        box([-1.6 + index * 0.02, 0.02 + index * 0.024, 0.4 + index * 0.05], [0.597, 0.022, 0.77], fronts),
      ),
      ...box([-0.4, 0, 0.9], [0.5, 0.5, 0.4], plain('#B79A6E')),
      ...pipe(
        curve([
          [1.9, 0.01, 1.4],
          [1.2, 0.01, 0.9],
          [0.6, 0.01, 1.5],
          [0.9, 0.01, 2.1],
          [1.7, 0.01, 2.2],
        ]),
        0.012,
        plain('#C4572E'),
      ),
    ],
    from: { eye: [1.25, 1.45, 3.0], target: [-0.5, 0.9, -1.9], angle: 68 },
    light: daylight('afternoon', 108, 27),
    bounds: { centre: [0, 1.2, 0], reach: 5.5 },
    fill: [0.36, 0.34, 0.31],
    exposure: 1.1,
  };
}

/** The edge of the worktop where it meets the tiles, seen from the window. */
export function worktopEdge(): Scene {
  return {
    faces: [
      ...room([-2.6, 0, -2.2], {
        width: 5.2,
        depth: 6,
        height: 2.6,
        floor: parquet,
        right: [{ x: 0.6, y: 0.95, width: 1.9, height: 1.4 }],
      }),
      ...kitchenRun(-2.3, -2.2, 8, true),
      ...cup(0.35, 0.92, -1.98, 0.1, '#E9E3D6'),
      ...cup(-0.25, 0.92, -2.02, 0.17, '#7F9A8B'),
      ...cup(-0.75, 0.92, -2.04, 0.14, '#C9B28A'),
      ...hedge([-0.25, 1.22, -2.02], [0.12, 0.16, 0.12], 70, leaves),
      ...box([-0.05, 0.92, -1.94], [0.2, 0.02, 0.28], wood('#8A6238')),
      ...cylinder([-1.3, 0.92, -2.0], [-1.3, 1.2, -2.0], 0.012, brass, 10),
    ],
    from: { eye: [1.35, 1.2, -1.05], target: [0.12, 0.93, -1.95], angle: 52 },
    light: daylight('noon', 76, 40),
    bounds: { centre: [0, 1, -1], reach: 4 },
    fill: [0.4, 0.39, 0.36],
    exposure: 1.1,
    focus: { distance: 1.3, blur: 0.55 },
  };
}
