import type { Face, Material } from '@/prisma/seed/pictures/face';
import { plain, wood } from '@/prisma/seed/pictures/paints';
import { box, cylinder, turnedBox } from '@/prisma/seed/pictures/solids';
import { add, type Vec } from '@/prisma/seed/pictures/vector';

export const pine = wood('#D3B48C', { contrast: 0.45 });
export const oak = wood('#B08A5E', { contrast: 0.55 });
export const zinc = plain('#9AA1A5', { gloss: 0.12 });
export const steel = plain('#55585A', { gloss: 0.1 });

/** Poles, ledgers and boards beside a wall: `bays` along z of 2.2 m, `lifts` of 2 m. */
export function scaffold(foot: Vec, bays: number, lifts: number): Face[] {
  const pole = (from: Vec, to: Vec) => cylinder(add(foot, from), add(foot, to), 0.03, zinc, 7);
  const stands = Array.from({ length: bays + 1 }, (_, bay) => -2.2 * bay);
  const levels = Array.from({ length: lifts }, (_, lift) => 2 * (lift + 1));
  const top = lifts * 2 + 1;
  return [
    ...stands.flatMap((z) => [...pole([0, 0, z], [0, top, z]), ...pole([0.9, 0, z], [0.9, top, z])]),
    ...stands.flatMap((z) => levels.flatMap((y) => pole([0, y, z], [0.9, y, z]))),
    ...levels.flatMap((y) => [
      ...pole([0.9, y + 1, 0.2], [0.9, y + 1, -2.2 * bays - 0.2]),
      ...[0.06, 0.34, 0.62].flatMap((x) =>
        box(add(foot, [x, y, -2.2 * bays - 0.2]), [0.25, 0.045, 2.2 * bays + 0.4], pine),
      ),
    ]),
  ];
}

/** A round rod that bends at each of its points: a pipe, a cable, a string. */
export function pipe(points: readonly Vec[], radius: number, material: Material, sides = 8): Face[] {
  return points.slice(1).flatMap((point, index) => cylinder(points[index] ?? point, point, radius, material, sides));
}

/** A curve through a row of points, `parts` pieces between each two of them. */
export function curve(points: readonly Vec[], parts = 6): Vec[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index] ?? to;
    const before = points[index - 1] ?? from;
    const after = points[index + 2] ?? to;
    return Array.from({ length: parts }, (_, step) => {
      const t = step / (parts - 1);
      const at = (axis: 0 | 1 | 2) => {
        const [a, b, c, d] = [before[axis], from[axis], to[axis], after[axis]];
        return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
      };
      return [at(0), at(1), at(2)] as const;
    });
  });
}

/** A stack of sawn boards with spacers, its foot in the middle. */
export function stack(centre: Vec, [length, , width]: Vec, layers: number, material: Material): Face[] {
  return Array.from({ length: layers }, (_, layer) => {
    const y = layer * 0.075;
    const boards = Array.from({ length: Math.round(width / 0.16) }, (_, index) =>
      box(
        add(centre, [-length / 2 + ((index * 7 + layer * 3) % 5) * 0.02, y, -width / 2 + index * 0.16]),
        [length, 0.05, 0.145],
        material,
      ),
    );
    return [
      ...boards.flat(),
      ...turnedBox(add(centre, [-length * 0.3, y + 0.05, 0]), [0.05, 0.024, width], 0, material),
    ];
  }).flat();
}
