import { hex, lay } from '@/prisma/seed/pictures/colour';
import { daylight } from '@/prisma/seed/pictures/daylight';
import type { Face } from '@/prisma/seed/pictures/face';
import { cloudAt, grainAt } from '@/prisma/seed/pictures/noise';
import { flat, laid, mineral, plain, where, wood } from '@/prisma/seed/pictures/paints';
import { concrete, meadow } from '@/prisma/seed/pictures/props/grounds';
import { hills, sea } from '@/prisma/seed/pictures/props/landscape';
import { grass, hedge, pineTree, roundTree } from '@/prisma/seed/pictures/props/plants';
import { frame, room } from '@/prisma/seed/pictures/props/rooms';
import { oak, pine, stack, zinc } from '@/prisma/seed/pictures/props/site';
import { studs } from '@/prisma/seed/pictures/props/walls';
import type { Scene } from '@/prisma/seed/pictures/scene';
import { box, cylinder, ground, sheet, turnedBox } from '@/prisma/seed/pictures/solids';
import type { Vec } from '@/prisma/seed/pictures/vector';

const larch = wood('#A97B50', { contrast: 0.5, gloss: 0.04 });
const alu = plain('#3F474A', { gloss: 0.1, variety: 0.02 });
const tape = plain('#3D7FA6', { gloss: 0.05, variety: 0.1 });
const film = { ...plain('#A8CBD8', { gloss: 0.16, variety: 0 }), thin: true as const };
/** Boards pressed of large flakes, as they are nailed on a frame. */
const flakes = laid(
  (u, v, luck, ink) => {
    const chip = grainAt(Math.floor(u * 16 + cloudAt(u, v) * 9), Math.floor(v * 34 + cloudAt(v, u) * 9));
    lay(ink, hex('#C9A671'), 0.72 + 0.4 * chip + 0.1 * luck);
  },
  { width: 1.25, height: 2.5, joint: 0.006, jointColour: '#5E4A30', variety: 0.12 },
);

/** The living room opens to the south through a door that still wears its film. */
export function slidingDoor(): Scene {
  const width = 4.8;
  return {
    faces: [
      ...room([-3.4, 0, -3], {
        width: 6.8,
        depth: 7,
        height: 2.9,
        floor: concrete,
        walls: flakes,
        ceiling: pine,
        far: [{ x: 1, y: 0.05, width, height: 2.45 }],
        left: [{ x: 4.4, y: 0.9, width: 1.4, height: 1.4 }],
      }),
      ...Array.from({ length: 11 }, (_, index) => box([-3.4 + index * 0.64, 2.66, -3], [0.08, 0.24, 7], pine)).flat(),
      ...frame([-2.4, 0.05, -3.2], width, 2.45, 2, alu),
      ...frame([-2.36, 0.09, -3.12], width / 2, 2.37, 1, larch),
      ...sheet(
        [
          [0.06, 0.12, -3.16],
          [2.3, 0.12, -3.16],
          [2.3, 2.42, -3.16],
          [0.06, 2.42, -3.16],
        ],
        film,
        0.5,
      ),
      ...[0.5, 1.3, 2.05].flatMap((y) => box([0.06, y, -3.15], [2.24, 0.02, 0.003], plain('#5D9DBB'))),
      ...box([-1.75, 0.3, -3.1], [0.012, 0.5, 0.02], zinc),
      ...ground(meadow, -0.4, 60),
      ...sea(48, 10),
      ...hills(900, 90, 'arrabida').slice(20, 44),
      ...box([-4, -0.3, -7], [9, 0.2, 3.6], concrete),
      ...pineTree([4.4, -0.4, -15], 7),
      ...pineTree([-6, -0.4, -20], 8),
      ...grass([-6, -0.4, -12], [6, -0.4, -7.2], 800, 0.5),
      ...stack([2.3, 0, 0.4], [2.6, 0, 0.8], 4, pine),
      ...box([-2.9, 0, -1.2], [0.5, 0.38, 0.4], plain('#C0A57C')),
      ...cylinder([-2.2, 0, -0.9], [-2.2, 0.3, -0.9], 0.15, plain('#D9D4CB'), 22),
    ],
    from: { eye: [-0.7, 1.55, 3.6], target: [0.15, 1.22, -3], angle: 68 },
    light: daylight('noon', -26, 36),
    bounds: { centre: [0, 1.2, -2], reach: 8 },
    fill: [0.26, 0.24, 0.21],
    bounce: [0.42, 0.38, 0.32],
  };
}

/** Two windows to the east, sealed with blue tape on the boards. */
export function bedroomWindows(): Scene {
  const holes = [
    { x: 0.9, y: 0.85, width: 1.25, height: 1.4 },
    { x: 3, y: 0.85, width: 1.25, height: 1.4 },
  ];
  const taped = holes.flatMap(({ x, y, width, height }) => {
    const at = (dx: number, dy: number, w: number, h: number) =>
      box([-2.6 + x + dx, y + dy, -2.6], [w, h, 0.004], tape);
    return [
      ...at(-0.09, -0.09, width + 0.18, 0.09),
      ...at(-0.09, height, width + 0.18, 0.09),
      ...at(-0.09, 0, 0.09, height),
      ...at(width, 0, 0.09, height),
    ];
  });
  return {
    faces: [
      ...room([-2.6, 0, -2.6], {
        width: 5.2,
        depth: 6,
        height: 2.6,
        floor: flakes,
        walls: flakes,
        ceiling: pine,
        far: holes,
      }),
      ...taped,
      ...holes.flatMap(({ x, y, width, height }) => frame([-2.6 + x, y, -2.78], width, height, 2, larch)),
      ...ground(meadow, -3.4),
      ...hills(260, 34, 'oeste'),
      ...roundTree([-1.2, -3.4, -9], 6.2),
      ...pineTree([2.9, -3.4, -12], 8.2),
      ...Array.from({ length: 8 }, (_, index) => box([-2.6 + index * 0.72, 2.36, -2.6], [0.07, 0.24, 6], pine)).flat(),
      ...cylinder([1.9, 0, -1.9], [1.9, 0.06, -1.9], 0.06, tape, 20),
      ...cylinder([1.72, 0, -1.7], [1.72, 0.06, -1.7], 0.06, tape, 20),
      ...turnedBox([-1.6, 0, -1.5], [0.5, 0.42, 0.34], 20, plain('#B7996B')),
      ...[0, 0.35].flatMap((z) => box([-0.5, 0, -1 + z], [1.6, 0.06, 0.1], pine)),
    ],
    from: { eye: [-1.1, 1.5, 2.5], target: [0.15, 1.3, -2.6], angle: 64 },
    light: daylight('morning', 16, 33),
    bounds: { centre: [0, 1.2, -1], reach: 6 },
    fill: [0.28, 0.26, 0.23],
    bounce: [0.34, 0.3, 0.24],
  };
}

/** A scratch across the aluminium of window W-07, an arrow of tape beside it. */
export function scratchedFrame(): Scene {
  const scratch = (u: number, v: number) =>
    Math.abs(v - 0.034 - (u - 0.3) * 0.11 + (cloudAt(u * 2, 0.2) - 0.5) * 0.006);
  const paint = where(
    (u, v) => u > 0.31 && u < 0.66 && scratch(u, v) < 0.0006 + 0.0011 * cloudAt(u * 6, 0.4),
    flat('#C9CDCC'),
    alu.paint,
  );
  const arrow = (points: Vec[]): Face[] => sheet(points, plain('#D8B23C', { variety: 0 }));
  return {
    faces: [
      ...box([-0.6, 0, 0], [2, 0.09, 0.05], { paint, gloss: 0.16 }).map(
        (face) => ({ ...face, origin: [0, 0, 0], across: [1, 0, 0], down: [0, 1, 0] }) as const,
      ),
      ...box([-0.6, -0.09, 0.045], [2, 0.02, 0.09], alu),
      ...box([-0.6, -0.4, -0.1], [2, 0.305, 0.16], larch),
      ...box([-0.6, 0.09, 0], [0.1, 1.2, 0.05], alu),
      ...box([1.12, 0.09, 0], [0.1, 1.2, 0.05], alu),
      ...sheet(
        [
          [-0.5, 0.09, 0.01],
          [1.12, 0.09, 0.01],
          [1.12, 1.3, 0.01],
          [-0.5, 1.3, 0.01],
        ],
        { ...plain('#55707C', { gloss: 0.4, variety: 0 }) },
        0.5,
      ),
      ...arrow([
        [0.43, 0.2, 0.02],
        [0.46, 0.2, 0.02],
        [0.46, 0.14, 0.02],
        [0.43, 0.14, 0.02],
      ]),
      ...arrow([
        [0.405, 0.145, 0.021],
        [0.485, 0.145, 0.021],
        [0.445, 0.105, 0.021],
      ]),
      ...box([0.6, -0.08, 0.05], [0.24, 0.012, 0.05], plain('#E3DFD2')),
      ...ground(meadow, -2),
      ...roundTree([1, -2, 6], 5),
    ],
    from: { eye: [0.05, 0.42, 0.72], target: [0.47, 0.13, 0.02], angle: 56 },
    light: daylight('morning', 150, 38),
    bounds: { centre: [0.4, 0.2, 0], reach: 1.6 },
    bounce: [0.3, 0.28, 0.24],
    focus: { distance: 0.85, blur: 0.55 },
  };
}

/** The frame of the front door stands; behind it the lane. */
export function frontDoor(): Scene {
  return {
    faces: [
      ...room([-2, 0, -2], {
        width: 4,
        depth: 5,
        height: 2.7,
        floor: concrete,
        walls: flakes,
        ceiling: pine,
        far: [{ x: 1.3, y: 0, width: 1.25, height: 2.25 }],
      }),
      ...frame([-0.7, 0, -2.24], 1.25, 2.25, 1, oak),
      ...box([-0.64, 0, -2.24], [1.13, 0.05, 0.12], zinc),
      ...[0.5, 1.1, 1.8].flatMap((y) => [
        ...box([-0.78, y, -2], [0.08, 0.05, 0.03], plain('#C9A24B')),
        ...box([0.55, y, -2], [0.08, 0.05, 0.03], plain('#C9A24B')),
      ]),
      ...studs([-2, 0, -1.9], 1.2, 2.7, pine),
      ...studs([0.75, 0, -1.9], 1.2, 2.7, pine),
      ...ground(meadow, -0.15),
      ...box([-0.9, -0.16, -14], [1.7, 0.05, 11.6], mineral('#B8AA92', { size: 0.5 })),
      ...hills(260, 40, 'serra'),
      ...hedge([-2.6, 0.2, -9], [1.1, 0.6, 4], 900),
      ...hedge([2.4, 0.2, -9], [1, 0.6, 4], 900),
      ...roundTree([1.7, -0.15, -13], 5.4),
      ...pineTree([-2.5, -0.15, -22], 9),
      ...cylinder([1.3, 0, -1.2], [1.3, 0.32, -1.2], 0.16, plain('#D5D0C6'), 22),
      ...turnedBox([-1.3, 0, -0.9], [0.7, 0.05, 0.1], 34, pine),
      ...turnedBox([-1.2, 0.05, -0.95], [0.62, 0.05, 0.1], 52, pine),
    ],
    from: { eye: [0.45, 1.5, 2.3], target: [-0.1, 1.25, -2], angle: 66 },
    light: daylight('afternoon', -24, 36),
    bounds: { centre: [0, 1.2, -2], reach: 6 },
    fill: [0.26, 0.24, 0.2],
    bounce: [0.4, 0.36, 0.3],
  };
}
