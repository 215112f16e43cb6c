import type { Face, Material } from '@/prisma/seed/pictures/face';
import { mineral, plain } from '@/prisma/seed/pictures/paints';
import { type Opening, wall } from '@/prisma/seed/pictures/props/walls';
import { box } from '@/prisma/seed/pictures/solids';
import type { Vec } from '@/prisma/seed/pictures/vector';

export const whitewash = mineral('#E6DFD3', { contrast: 0.12, rough: 0.1 });
export const white = plain('#EDE9E2', { variety: 0.04 });

type Room = {
  width: number;
  depth: number;
  height: number;
  floor: Material;
  walls?: Material;
  ceiling?: Material;
  /** Openings of the far wall (along x), of the left and the right one (along z, from the far end). */
  far?: readonly Opening[];
  left?: readonly Opening[];
  right?: readonly Opening[];
};

/** A room from its far left corner on the floor; the side towards the viewer is open only to the camera. */
export function room(
  [x, y, z]: Vec,
  { width, depth, height, floor, walls = whitewash, ceiling = white, ...holes }: Room,
): Face[] {
  const thickness = 0.3;
  const side = { length: depth, height, thickness };
  return [
    ...box([x - 0.3, y - 0.2, z - 0.3], [width + 0.6, 0.2, depth + 0.6], floor, [x, y, z]),
    ...box([x - 0.3, y + height, z - 0.3], [width + 0.6, 0.2, depth + 0.6], ceiling),
    ...wall([x, y, z], { length: width, height, thickness, openings: holes.far ?? [] }, walls),
    ...wall([x, y, z], { ...side, openings: holes.left ?? [] }, walls, true),
    ...wall([x + width + thickness, y, z], { ...side, openings: holes.right ?? [] }, walls, true),
    ...wall([x, y, z + depth + thickness], { length: width, height, thickness }, walls),
  ];
}

/** A window or door frame in an opening of a wall along x, with `panes` lights side by side. */
export function frame([x, y, z]: Vec, width: number, height: number, panes: number, material: Material): Face[] {
  const [thick, deep] = [0.06, 0.08];
  const post = (at: number) => box([at, y, z], [thick, height, deep], material);
  return [
    ...box([x, y, z], [width, thick, deep], material),
    ...box([x, y + height - thick, z], [width, thick, deep], material),
    ...Array.from({ length: panes + 1 }, (_, index) => post(x + (index * (width - thick)) / panes)).flat(),
  ];
}
