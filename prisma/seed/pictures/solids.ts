import type { Face, Material } from '@/prisma/seed/pictures/face';
import { add, along, cross, subtract, times, unit, type Vec } from '@/prisma/seed/pictures/vector';

type Axes = readonly [Vec, Vec, Vec];

const upright: Axes = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/** A box with its sides along the axes. Paint runs along its longest side and starts at `from`, or at `origin`. */
export function box(from: Vec, size: Vec, material: Material, origin: Vec = from): Face[] {
  const half = times(size, 0.5);
  return block(add(from, half), upright, half, material, origin);
}

/** A straight piece of timber, steel or stone: from the middle of one end to the middle of the other. */
export function beam(from: Vec, to: Vec, width: number, height: number, material: Material): Face[] {
  const length = subtract(to, from);
  const ahead = unit(length);
  const side = unit(cross(Math.abs(ahead[1]) > 0.99 ? [0, 0, 1] : [0, 1, 0], ahead));
  const axes: Axes = [ahead, cross(ahead, side), side];
  const half: Vec = [Math.hypot(...length) / 2, height / 2, width / 2];
  const centre = add(from, times(length, 0.5));
  return block(centre, axes, half, material, from);
}

/** A box that is turned about the upright axis by `turn` degrees; `centre` is the middle of its foot. */
export function turnedBox(centre: Vec, [x, y, z]: Vec, turn: number, material: Material): Face[] {
  const angle = (turn * Math.PI) / 180;
  const axes: Axes = [
    [Math.cos(angle), 0, -Math.sin(angle)],
    [0, 1, 0],
    [Math.sin(angle), 0, Math.cos(angle)],
  ];
  const middle = add(centre, [0, y / 2, 0]);
  return block(middle, axes, [x / 2, y / 2, z / 2], material, along(middle, axes, [-x / 2, -y / 2, -z / 2]));
}

/** A round pole, pipe or plate. */
export function cylinder(from: Vec, to: Vec, radius: number, material: Material, sides = 20): Face[] {
  const ahead = unit(subtract(to, from));
  const first = unit(cross(Math.abs(ahead[1]) > 0.9 ? [1, 0, 0] : [0, 1, 0], ahead));
  const second = cross(ahead, first);
  const rim = (end: Vec, index: number) => {
    const angle = (index * 2 * Math.PI) / sides;
    return along(end, [first, second, ahead], [Math.cos(angle) * radius, Math.sin(angle) * radius, 0]);
  };
  const ring = (end: Vec) => Array.from({ length: sides }, (_, index) => rim(end, index));
  const skin = ring(from).map((_, index) => {
    const angle = ((index + 0.5) * 2 * Math.PI) / sides;
    const normal = along([0, 0, 0], [first, second, ahead], [Math.cos(angle), Math.sin(angle), 0]);
    const corners = [rim(from, index), rim(from, index + 1), rim(to, index + 1), rim(to, index)];
    return face(corners, normal, from, ahead, cross(normal, ahead), material, luckOf(from));
  });
  const lid = (end: Vec, normal: Vec) => face(ring(end), normal, end, first, second, material, luckOf(end));
  return [...skin, lid(from, times(ahead, -1)), lid(to, ahead)];
}

/** A flat convex sheet that is seen from both sides. Paint runs from its first corner towards its second. */
export function sheet(corners: readonly Vec[], material: Material, luck?: number): Face[] {
  const [a, b, c] = corners;
  if (!a || !b || !c) return [];
  const across = unit(subtract(b, a));
  const normal = unit(cross(across, subtract(c, a)));
  const one = face(corners, normal, a, across, cross(normal, across), material, luck ?? luckOf(c));
  return [{ ...one, card: true }];
}

/** A level plane as far as the eye reaches. */
export const ground = (material: Material, height = 0, reach = 600): Face[] =>
  sheet(
    [
      [-reach, height, reach],
      [reach, height, reach],
      [reach, height, -reach],
      [-reach, height, -reach],
    ],
    material,
  );

/** The same number for the same place, 0 to 1: no two planks are alike. */
export function luckOf([x, y, z]: Vec): number {
  const value = Math.sin(x * 127.1 + y * 311.7 + z * 74.7 + 1.7) * 43_758.5453;
  return value - Math.floor(value);
}

function block(centre: Vec, axes: Axes, half: Vec, material: Material, origin: Vec): Face[] {
  const luck = luckOf(add(centre, half));
  return [0, 1, 2].flatMap((index) => {
    const [i, j, k] = [index, (index + 1) % 3, (index + 2) % 3] as [0, 1, 2];
    const [longer, shorter] = half[j] >= half[k] ? [axes[j], axes[k]] : [axes[k], axes[j]];
    return [1, -1].map((sign) => {
      const middle = add(centre, times(axes[i], sign * half[i]));
      const [a, b] = [times(axes[j], half[j]), times(axes[k], half[k])];
      const corners = [
        add(add(middle, a), b),
        add(subtract(middle, a), b),
        subtract(subtract(middle, a), b),
        subtract(add(middle, a), b),
      ];
      return face(corners, times(axes[i], sign), origin, longer, shorter, material, luck);
    });
  });
}

function face(
  corners: readonly Vec[],
  normal: Vec,
  origin: Vec,
  across: Vec,
  down: Vec,
  material: Material,
  luck: number,
): Face {
  return { corners, normal, origin, across, down, material, luck, card: false };
}
