import { daylight } from '@/prisma/seed/pictures/daylight';
import type { Material, Paint } from '@/prisma/seed/pictures/face';
import { cloudAt, grainAt } from '@/prisma/seed/pictures/noise';
import { flat, laid, mineral, plain, where, wood } from '@/prisma/seed/pictures/paints';
import { meadow } from '@/prisma/seed/pictures/props/grounds';
import { any, around, baked, disc, printed, ring, stroke } from '@/prisma/seed/pictures/props/patterns';
import { hedge, roundTree } from '@/prisma/seed/pictures/props/plants';
import { frame, room } from '@/prisma/seed/pictures/props/rooms';
import { pine } from '@/prisma/seed/pictures/props/site';
import { chestnut, limestone } from '@/prisma/seed/pictures/props/villa';
import type { Scene } from '@/prisma/seed/pictures/scene';
import { box, cylinder, ground, turnedBox } from '@/prisma/seed/pictures/solids';

const side = 0.2;
const middle = side / 2;
const corners = [
  [0, 0],
  [side, 0],
  [0, side],
  [side, side],
] as const;

/** A hydraulic tile in four colours: a star in a ring, and a quarter of a rosette in each corner. */
const pattern = baked(
  printed(
    flat('#DAD2BE'),
    [
      [any(...corners.map(([x, y]) => disc(x, y, 0.062))), '#35587C'],
      [any(...corners.map(([x, y]) => ring(x, y, 0.045, 0.009))), '#DAD2BE'],
      [any(...corners.map(([x, y]) => disc(x, y, 0.02))), '#A9573F'],
      [ring(middle, middle, 0.062, 0.012), '#5F87A8'],
      [around(middle, middle, 8, stroke(0.008, 0, 0.05, 0, 0.014)), '#35587C'],
      [disc(middle, middle, 0.014), '#B98A3E'],
    ],
    0.0016,
  ),
  side,
  side,
  900,
);

type Care = (u: number, v: number) => number;

/** The floor of the hall, with a film of `dirt` (0 to 1) by place. */
function tiles(dirt: Care, gloss: number, mark?: (column: number, row: number) => boolean): Material {
  const clean = laid(pattern, {
    width: side,
    height: side,
    joint: 0.003,
    jointColour: '#8F877A',
    variety: 0.16,
    gloss,
  });
  const paint: Paint = (u, v, luck, ink) => {
    clean.paint(u, v, luck, ink);
    const film = Math.min(0.85, Math.max(0, dirt(u, v)) * (0.55 + 0.9 * (cloudAt(u * 0.21, v * 0.21) - 0.3)));
    ink[0] += (0.2 - ink[0]) * film;
    ink[1] += (0.175 - ink[1]) * film;
    ink[2] += (0.14 - ink[2]) * film;
  };
  if (!mark) return { gloss, paint };
  const crossed = any(stroke(0.05, 0.05, 0.15, 0.15, 0.02), stroke(0.05, 0.15, 0.15, 0.05, 0.02));
  const taped = (u: number, v: number) => {
    const [column, row] = [Math.floor(u / side), Math.floor(v / side)];
    return mark(column, row) && crossed(u - column * side, v - row * side) < 0;
  };
  return { gloss, paint: where(taped, flat('#D9822B'), paint) };
}

const faded = mineral('#CDBE9E', { contrast: 0.4, rough: 0.2 });

/** The hall before cleaning: doors open to the garden, the blue is all still there. */
export function tiledHall(): Scene {
  const opening = { x: 2, y: 0, width: 1.6, height: 2.9 };
  return {
    faces: [
      ...room([-2.8, 0, -6], {
        ...{ width: 5.6, depth: 10, height: 3.7, walls: faded, floor: tiles(() => 0.42, 0.06) },
        far: [opening],
        left: [
          { x: 1.4, y: 0, width: 1.2, height: 2.5 },
          { x: 5, y: 0.8, width: 1.2, height: 2.2 },
        ],
        right: [{ x: 1.4, y: 0, width: 1.2, height: 2.5 }],
      }),
      ...box([-2.8, 0, -6], [0.04, 0.95, 10], chestnut).slice(0, 4),
      ...box([2.76, 0, -3.4], [0.04, 0.95, 7], chestnut),
      ...box([-2.8, 0, -6.005], [2, 0.95, 0.04], chestnut),
      ...box([0.8, 0, -6.005], [2, 0.95, 0.04], chestnut),
      ...[-0.96, 0.8].flatMap((x) => box([x, 0, -6.02], [0.16, 2.95, 0.1], limestone)),
      ...box([-1, 2.9, -6.02], [2, 0.2, 0.12], limestone),
      ...frame([-0.8, 2.35, -6.2], 1.6, 0.55, 3, wood('#7D8F86')),
      ...turnedBox([-0.95, 0, -5.6], [0.05, 2.3, 0.8], 12, wood('#7D8F86')),
      ...turnedBox([0.95, 0, -5.6], [0.05, 2.3, 0.8], -12, wood('#7D8F86')),
      ...cylinder([0, 3.7, -2.4], [0, 2.75, -2.4], 0.012, plain('#5A4A34'), 6),
      ...cylinder([0, 2.6, -2.4], [0, 2.76, -2.4], 0.17, plain('#A08A52', { gloss: 0.12 }), 20),
      ...ground(meadow, -0.3),
      ...hedge([-1.4, 0.3, -9.4], [1, 0.6, 0.7], 500),
      ...roundTree([1.4, -0.3, -13], 6),
      ...roundTree([-2.4, -0.3, -17], 7),
      ...cylinder([2.1, 0, -0.4], [2.1, 0.34, -0.4], 0.16, plain('#7E8589', { gloss: 0.08 }), 22),
      ...box([1.5, 0, 0.3], [0.42, 0.06, 0.1], pine),
    ],
    from: { eye: [0.9, 1.45, 3.2], target: [-0.1, 1.18, -4], angle: 66 },
    light: daylight('noon', -20, 40),
    bounds: { centre: [0, 1.5, -2], reach: 8 },
    fill: [0.44, 0.41, 0.36],
    bounce: [0.45, 0.4, 0.33],
  };
}

/** A field of tiles by the door, cleaned for trial. */
export function cleanedField(): Scene {
  const edge = (u: number, v: number) => {
    const inside = Math.min(u - 1.62, 2.82 - u, v - 1.22, 2.82 - v) + (cloudAt(u * 0.4, v * 0.4) - 0.5) * 0.06;
    return 0.95 - Math.min(1, Math.max(0, inside * 30)) * 0.93;
  };
  return {
    faces: [
      ...room([-2.2, 0, -2], {
        width: 4.4,
        depth: 6,
        height: 3,
        walls: faded,
        floor: tiles(edge, 0.09),
        left: [{ x: 2.2, y: 0, width: 1.3, height: 2.5 }],
      }),
      ...box([-2.2, 0, -2], [4.4, 0.3, 0.04], chestnut),
      ...cylinder([0.95, 0, -0.1], [0.95, 0.3, -0.1], 0.15, plain('#5E7C8C', { gloss: 0.06 }), 26),
      ...cylinder([0.95, 0.29, -0.1], [0.95, 0.291, -0.1], 0.138, plain('#8FA0A5', { gloss: 0.2 }), 26),
      ...turnedBox([0.8, 0, 0.62], [0.22, 0.04, 0.08], 24, wood('#B98F5E')),
      ...turnedBox([0.8, 0.004, 0.62], [0.2, 0.02, 0.06], 24, plain('#E3DCC8')),
      ...turnedBox([-0.8, 0, 0.95], [0.34, 0.025, 0.26], 16, plain('#C9B7A0')),
    ],
    from: { eye: [0.35, 1.62, 2.05], target: [0.05, 0.1, 0.15], angle: 62 },
    light: daylight('noon', -88, 36),
    bounds: { centre: [0, 0.8, 0.5], reach: 3.6 },
    fill: [0.48, 0.45, 0.4],
  };
}

/** Tiles that sound hollow, marked with tape: forty-one. */
export function hollowTiles(): Scene {
  const hollow = (column: number, row: number) =>
    Math.abs(column - 11) + Math.abs(row - 12) < 12 && grainAt(column * 3 + 7, row * 5 + 2) > 0.83;
  return {
    faces: [
      ...room([-2.2, 0, -2.4], {
        width: 4.4,
        depth: 6.4,
        height: 3,
        walls: faded,
        floor: tiles(() => 0.3, 0.06, hollow),
        right: [{ x: 1.2, y: 0.3, width: 1.6, height: 2.2 }],
      }),
      ...box([-2.2, 0, -2.4], [4.4, 0.3, 0.04], chestnut),
      ...box([-2.2, 0, -2.4], [0.04, 0.3, 6], chestnut),
      ...cylinder([-0.9, 0, 0.6], [-0.9, 0.055, 0.6], 0.055, plain('#D8C98E'), 22),
      ...cylinder([-0.9, 0.001, 0.6], [-0.9, 0.056, 0.6], 0.03, plain('#6B5A42'), 18),
      ...turnedBox([0.2, 0, 1.05], [0.3, 0.022, 0.03], 40, wood('#9A6A3A')),
      ...cylinder([0.32, 0.015, 0.95], [0.36, 0.015, 1.0], 0.02, plain('#4A4D50', { gloss: 0.12 }), 14),
    ],
    from: { eye: [-0.5, 1.75, 2.5], target: [0.15, 0, -0.35], angle: 58 },
    light: daylight('noon', 84, 34),
    bounds: { centre: [0, 0.8, 0], reach: 3.8 },
    fill: [0.5, 0.47, 0.42],
  };
}
