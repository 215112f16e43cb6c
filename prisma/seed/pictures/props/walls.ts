import { chanceOf } from '@/prisma/seed/chance';
import type { Face, Material } from '@/prisma/seed/pictures/face';
import { box } from '@/prisma/seed/pictures/solids';
import type { Vec } from '@/prisma/seed/pictures/vector';

/** An opening in a wall: from its lower left corner, in metres along and above the wall's own. */
export type Opening = { x: number; y: number; width: number; height: number };

type Wall = { length: number; height: number; thickness: number; openings?: readonly Opening[] };

/** A wall that runs along x (or, `sideways`, along z) from its lower corner. Thickness is towards −z (or −x). */
export function wall(
  from: Vec,
  { length, height, thickness, openings = [] }: Wall,
  material: Material,
  sideways = false,
): Face[] {
  const cuts = (edges: number[]) => [...new Set(edges)].sort((a, b) => a - b);
  const xs = cuts([0, length, ...openings.flatMap(({ x, width }) => [x, x + width])]);
  const ys = cuts([0, height, ...openings.flatMap(({ y, height: tall }) => [y, y + tall])]);
  return xs.slice(1).flatMap((right, column) =>
    ys.slice(1).flatMap((top, row) => {
      const [left = 0, bottom = 0] = [xs[column], ys[row]];
      const open = openings.some(
        ({ x, y, width, height: tall }) => left >= x && right <= x + width && bottom >= y && top <= y + tall,
      );
      if (open) return [];
      const [x, y, z] = from;
      const piece = sideways
        ? box([x - thickness, y + bottom, z + left], [thickness, top - bottom, right - left], material, from)
        : box([x + left, y + bottom, z - thickness], [right - left, top - bottom, thickness], material, from);
      return piece.map((face) => ({ ...face, luck: 0.5 }));
    }),
  );
}

/** Stones without mortar, course upon course, along x from a lower corner. `lean` moves a place forward, in metres. */
export function dryStones(
  from: Vec,
  { length, height, thickness }: Wall,
  material: Material,
  lean: (x: number, y: number) => number = () => 0,
): Face[] {
  const chance = chanceOf(`wall ${from}`);
  const faces: Face[] = [];
  for (let y = 0; y < height; ) {
    const tall = 0.12 + 0.14 * chance();
    for (let x = -0.3 * chance(); x < length; ) {
      const wide = 0.18 + 0.42 * chance();
      const depth = thickness * (0.92 + 0.16 * chance()) + lean(x + wide / 2, y);
      const gap = 0.012 + 0.02 * chance();
      const own = tall - gap * (0.5 + chance());
      faces.push(...box([from[0] + x, from[1] + y, from[2]], [wide - gap, own, depth], material));
      x += wide;
    }
    y += tall;
  }
  return faces;
}

/** Studs and plates of a timber-framed wall along x (or, `sideways`, along z). */
export function studs(from: Vec, length: number, height: number, material: Material, sideways = false): Face[] {
  const [depth, thick, spacing] = [0.16, 0.06, 0.62];
  const piece = (at: number, y: number, long: number, tall: number) =>
    sideways
      ? box([from[0] - depth / 2, from[1] + y, from[2] + at], [depth, tall, long], material)
      : box([from[0] + at, from[1] + y, from[2] - depth / 2], [long, tall, depth], material);
  const count = Math.round(length / spacing);
  return [
    ...piece(0, 0, length, thick),
    ...piece(0, height - thick, length, thick),
    ...Array.from({ length: count + 1 }, (_, index) =>
      piece((index * (length - thick)) / count, thick, thick, height - 2 * thick),
    ).flat(),
  ];
}
