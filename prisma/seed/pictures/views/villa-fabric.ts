import { chanceOf } from '@/prisma/seed/chance';
import { daylight } from '@/prisma/seed/pictures/daylight';
import type { Face } from '@/prisma/seed/pictures/face';
import { cloudAt, grainAt } from '@/prisma/seed/pictures/noise';
import { flat, mineral, plain, where, wood } from '@/prisma/seed/pictures/paints';
import { meadow, patchy, soil } from '@/prisma/seed/pictures/props/grounds';
import { hills, stones } from '@/prisma/seed/pictures/props/landscape';
import { grass, hedge, pineTree, roundTree, woods } from '@/prisma/seed/pictures/props/plants';
import { room } from '@/prisma/seed/pictures/props/rooms';
import { oak, pine, scaffold, steel } from '@/prisma/seed/pictures/props/site';
import { chestnut, lime, limestone, villaFront } from '@/prisma/seed/pictures/props/villa';
import { dryStones } from '@/prisma/seed/pictures/props/walls';
import type { Scene } from '@/prisma/seed/pictures/scene';
import { beam, box, cylinder, ground, turnedBox } from '@/prisma/seed/pictures/solids';

/** The east front as it was found, among its trees. */
export function eastFront(): Scene {
  return {
    faces: [
      ...ground(meadow),
      ...hills(330, 60, 'sintra'),
      ...woods(38, -60, 50, 8),
      ...box([-2.6, 0, 0.6], [3.4, 0.04, 16], patchy('#A3937A', '#C4B597', 0.3)),
      ...villaFront([-8.4, 0, 0], 15, 5, lime),
      ...[0.16, 0.32].flatMap((y, index) =>
        box([-2.4 + index * 0.2, 0, 0], [3 - index * 0.4, y, 1.1 - index * 0.35], limestone),
      ),
      ...roundTree([-10.8, 0, 3.4], 8),
      ...pineTree([9.5, 0, -4], 12),
      ...pineTree([14, 0, -9], 13),
      ...hedge([-6.6, 0.5, 1.2], [1.9, 0.7, 0.5], 600),
      ...hedge([4.4, 0.45, 1.2], [2.2, 0.6, 0.5], 600),
      ...grass([-12, 0, 1.5], [-3, 0, 9], 1000, 0.35),
      ...grass([1.2, 0, 1.5], [11, 0, 9], 1000, 0.35),
    ],
    from: { eye: [3.4, 1.9, 13.2], target: [-1, 3.7, 0], angle: 66 },
    light: daylight('morning', 128, 36),
    bounds: { centre: [0, 3, 0], reach: 14 },
    bounce: [0.3, 0.27, 0.2],
  };
}

/** New oak let into the old chestnut above the hall, with its pegs. */
export function splicedBeam(): Scene {
  const pegs = Array.from({ length: 8 }, (_, index) =>
    cylinder(
      [-0.62 + index * 0.17, 2.42 + (index % 2) * 0.09, -1.4],
      [-0.62 + index * 0.17, 2.42 + (index % 2) * 0.09, -1.255],
      0.016,
      wood('#D8B583'),
      10,
    ),
  ).flat();
  const boards = Array.from({ length: 20 }, (_, index) =>
    box([-3 + index * 0.3, 2.76, -4], [0.29, 0.04, 6], chestnut),
  ).flat();
  return {
    faces: [
      ...room([-3, 0, -4], {
        width: 6,
        depth: 7,
        height: 3.3,
        floor: mineral('#8F877A'),
        walls: lime,
        left: [
          { x: 1.8, y: 0.7, width: 1.3, height: 2 },
          { x: 4.4, y: 0.7, width: 1.3, height: 2 },
        ],
      }),
      ...boards,
      ...beam([-3, 2.46, -1.4], [-0.72, 2.46, -1.4], 0.28, 0.32, chestnut),
      ...beam([-0.1, 2.38, -1.4], [3, 2.38, -1.4], 0.281, 0.16, oak),
      ...beam([0.75, 2.54, -1.4], [3, 2.54, -1.4], 0.279, 0.16, oak),
      ...beam([-0.72, 2.38, -1.4], [-0.1, 2.38, -1.4], 0.281, 0.16, oak),
      ...beam([-0.72, 2.54, -1.4], [0.75, 2.54, -1.4], 0.28, 0.159, chestnut),
      ...pegs,
      ...Array.from({ length: 6 }, (_, index) =>
        beam([-2.6 + index * 1.05, 2.68, -4], [-2.6 + index * 1.05, 2.68, 3], 0.12, 0.14, chestnut),
      ).flat(),
      ...beam([-1.9, 0, -1.4], [-1.9, 2.3, -1.4], 0.09, 0.09, steel),
      ...beam([1.7, 0, -1.4], [1.7, 2.3, -1.4], 0.09, 0.09, steel),
      ...[-1.9, 1.7].flatMap((x) => box([x - 0.16, 2.24, -1.56], [0.32, 0.05, 0.32], pine)),
    ],
    from: { eye: [-0.9, 1.5, 1.05], target: [0.15, 2.28, -1.4], angle: 62 },
    light: daylight('afternoon', -104, 24),
    bounds: { centre: [0, 1.8, -1], reach: 4.6 },
    fill: [0.3, 0.26, 0.2],
    bounce: [0.5, 0.42, 0.32],
  };
}

/** Steel shoes at the foot of the stair wall: oak posts, dark plates, old stone. */
export function steelShoes(): Scene {
  const shoe = (x: number): Face[] => [
    ...box([x - 0.17, 0, -0.32], [0.34, 0.016, 0.3], steel),
    ...[-0.085, 0.073].flatMap((dx) => box([x + dx, 0.016, -0.24], [0.012, 0.34, 0.14], steel)),
    ...box([x - 0.073, 0.03, -0.24], [0.146, 1.9, 0.14], oak),
    ...[0.1, 0.2, 0.3].flatMap((y) =>
      cylinder([x + 0.085, y, -0.17], [x + 0.108, y, -0.17], 0.017, plain('#A7ACAE', { gloss: 0.12 }), 6),
    ),
    ...[0.1, 0.2, 0.3].flatMap((y) =>
      cylinder([x - 0.108, y, -0.17], [x - 0.085, y, -0.17], 0.017, plain('#A7ACAE', { gloss: 0.12 }), 6),
    ),
    ...[-0.13, 0.13].flatMap((dx) =>
      [-0.28, -0.06].flatMap((z) =>
        cylinder([x + dx, 0.016, z], [x + dx, 0.04, z], 0.016, plain('#A7ACAE', { gloss: 0.12 }), 6),
      ),
    ),
  ];
  const stone = mineral('#9E9482', { contrast: 0.5, size: 0.35, rough: 0.5 });
  return {
    faces: [
      ...box([-3, -0.2, -3], [8, 0.2, 7], patchy('#847C70', '#A0978A', 0.2)),
      ...dryStones([-2.4, 0, -0.8], { length: 5.4, height: 2.4, thickness: 0.34 }, stone),
      ...box([-2.4, 0, -0.9], [5.4, 2.6, 0.2], mineral('#5B5246')),
      ...[-1.2, -0.3, 0.6, 1.5].flatMap(shoe),
      ...beam([-2.2, 1.2, -0.1], [2.4, 1.2, -0.1], 0.05, 0.14, oak),
      ...turnedBox([0.2, 0, 0.45], [0.5, 0.04, 0.09], 28, pine),
      ...stones([-1.4, 0, 0.05], [1.8, 0, 0.8], 46, 0.035, stone),
    ],
    from: { eye: [-1.35, 0.62, 0.95], target: [-0.1, 0.26, -0.2], angle: 60 },
    light: daylight('morning', 116, 32),
    bounds: { centre: [0, 0.8, 0], reach: 3 },
    bounce: [0.3, 0.27, 0.22],
    fill: [0.08, 0.08, 0.07],
    focus: { distance: 1.5, blur: 0.6 },
  };
}

/** The pantry floor, close: small round holes and the dust beside them. */
export function woodworm(): Scene {
  const chance = chanceOf('worms');
  const holes = Array.from({ length: 240 }, () => {
    const turn = chance() * 2 * Math.PI;
    const far = 0.34 * Math.sqrt(chance()) + 0.2 * chance() ** 3;
    return [0.02 + Math.cos(turn) * far * 1.3, 0.06 + Math.sin(turn) * far, 0.0012 + 0.0014 * chance()] as const;
  });
  const board = wood('#9C7A55', { contrast: 0.7 });
  const cells = 64;
  const cellOf = (u: number, v: number) => Math.floor((u + 0.8) * 40) * cells + Math.floor((v + 0.8) * 40);
  const near: (typeof holes)[number][][] = Array.from({ length: cells * cells }, () => []);
  for (const hole of holes)
    for (const dx of [-0.01, 0.01])
      for (const dy of [-0.01, 0.01]) near[cellOf(hole[0] + dx, hole[1] + dy)]?.push(hole);
  const within = (u: number, v: number, reach: number) => {
    for (const [x, y, radius] of near[cellOf(u, v)] ?? []) if (Math.hypot(u - x, v - y) < radius * reach) return true;
    return false;
  };
  const dusty = (u: number, v: number) =>
    within(u - 0.004, v - 0.003, 2.6) && grainAt(Math.floor(u * 900), Math.floor(v * 900)) > 0.45;
  const paint = where((u, v) => within(u, v, 1), flat('#1E140C'), where(dusty, flat('#D9BE93'), board.paint));
  return {
    faces: [
      ...box([-2, -0.05, -2], [4, 0.02, 4], plain('#14100C')),
      ...Array.from({ length: 22 }, (_, index) =>
        box([-2, -0.03, -1.5 + index * 0.14], [4, 0.03, 0.136], { paint }).map(
          (face) =>
            ({ ...face, origin: [0, 0, 0.05], across: [1, 0, 0], down: [0, 0, 1], luck: (index * 0.37) % 1 }) as const,
        ),
      ).flat(),
      ...cylinder([0.3, 0.003, -0.16], [0.42, 0.003, 0.1], 0.004, plain('#B8433A'), 10),
      ...turnedBox([-0.32, 0, -0.1], [0.2, 0.006, 0.022], 62, plain('#D9C06A')),
    ],
    from: { eye: [-0.22, 0.52, 0.62], target: [0.03, 0, 0.04], angle: 44 },
    light: daylight('afternoon', -82, 18),
    bounds: { centre: [0, 0, 0], reach: 1.4 },
    fill: [0.08, 0.07, 0.06],
    focus: { distance: 0.8, blur: 0.9 },
  };
}

/** Three lime washes side by side on the north wall. */
export function limeTest(): Scene {
  const old = mineral('#B8AB94', { contrast: 0.8, rough: 0.35 });
  const washes = ['#E9E2D0', '#DCC597', '#E6CFB4'];
  const coats = washes.map((wash) => mineral(wash, { contrast: 0.12, rough: 0.12 }).paint);
  const paint = where(
    (u, v) =>
      v > 0.75 &&
      v < 2.45 &&
      washes.some((_, index) => u > 0.5 + index * 0.72 + ragged(v) && u < 1.14 + index * 0.72 + ragged(v + 3)),
    (u, v, luck, ink) => {
      coats[Math.min(2, Math.max(0, Math.floor((u - 0.46) / 0.72)))]?.(u, v, luck, ink);
      const stroke = 0.95 + 0.1 * cloudAt(u * 2.4, v * 0.16);
      for (let part = 0; part < 3; part++) ink[part as 0] *= stroke;
    },
    old.paint,
  );
  return {
    faces: [
      ...ground(soil),
      ...box([-4, 0, -0.4], [11, 7, 0.4], { paint }).map(
        (face) => ({ ...face, origin: [0, 0, 0], across: [1, 0, 0], down: [0, 1, 0] }) as const,
      ),
      ...box([-4, 0, -0.2], [11, 0.5, 0.26], limestone),
      ...box([-4, 3.6, -0.2], [11, 0.16, 0.26], limestone),
      ...scaffold([3.3, 0, 2.1], 3, 1),
      ...[0.86, 1.58, 2.3].flatMap((x) => cylinder([x, 0, 0.42], [x, 0.3, 0.42], 0.14, plain('#CFCBC2'), 24)),
      ...[0.86, 1.58, 2.3].flatMap((x, index) =>
        cylinder([x, 0.3, 0.42], [x, 0.302, 0.42], 0.128, plain(washes[index] ?? '#FFFFFF'), 24),
      ),
      ...box([-0.6, 0.5, 0.02], [0.05, 1.9, 0.05], pine),
      ...turnedBox([1.2, 0, 0.75], [0.16, 0.04, 0.07], 30, plain('#7A4B2E')),
      ...grass([-3, 0, 0.1], [6, 0, 0.6], 500, 0.22),
    ],
    from: { eye: [0.9, 1.6, 4.3], target: [1.55, 1.75, 0], angle: 54 },
    light: daylight('morning', 132, 40),
    bounds: { centre: [1.5, 1.5, 0.5], reach: 5.5 },
    bounce: [0.3, 0.26, 0.2],
  };
}

const ragged = (v: number) => (cloudAt(v * 0.6, 0.2) - 0.5) * 0.05;
