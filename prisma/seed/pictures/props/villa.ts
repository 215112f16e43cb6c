import type { Face, Material } from '@/prisma/seed/pictures/face';
import { mineral, plain, wood } from '@/prisma/seed/pictures/paints';
import { tiled } from '@/prisma/seed/pictures/props/roofs';
import { type Opening, wall } from '@/prisma/seed/pictures/props/walls';
import { box, sheet } from '@/prisma/seed/pictures/solids';
import { turned } from '@/prisma/seed/pictures/turn';
import { add, type Vec } from '@/prisma/seed/pictures/vector';

export const lime = mineral('#DCC79F', { contrast: 0.55, rough: 0.25, size: 1.6 });
export const limestone = mineral('#B9B0A0', { contrast: 0.3, size: 0.5 });
export const chestnut = wood('#6B4A31', { contrast: 0.8 });
const pane = plain('#46565C', { gloss: 0.3, variety: 0.2 });
const sash = plain('#E4DCCB');
const shutter = plain('#51695F', { variety: 0.15 });

/** An old sash window with stone surround and shutters, in an opening of a wall towards the viewer. */
export function oldWindow({ x, y, width, height }: Opening, foot: Vec, shut: 'open' | 'none' = 'open'): Face[] {
  const at = (dx: number, dy: number, dz: number): Vec => add(foot, [x + dx, y + dy, dz]);
  const bars = [0.48, 0.72].map((share) => height * share);
  return [
    ...sheet([at(0, 0, -0.16), at(width, 0, -0.16), at(width, height, -0.16), at(0, height, -0.16)], pane),
    ...[0, width / 2 - 0.025, width - 0.05].flatMap((dx) => box(at(dx, 0, -0.16), [0.05, height, 0.05], sash)),
    ...[0, ...bars, height - 0.05].flatMap((dy) => box(at(0, dy, -0.16), [width, 0.045, 0.05], sash)),
    ...[-0.14, width].flatMap((dx) => box(at(dx, -0.05, -0.1), [0.14, height + 0.1, 0.14], limestone)),
    ...box(at(-0.2, -0.16, -0.1), [width + 0.4, 0.14, 0.2], limestone),
    ...box(at(-0.2, height + 0.02, -0.1), [width + 0.4, 0.18, 0.16], limestone),
    ...(shut === 'open'
      ? [-0.14 - width / 2, width + 0.14].flatMap((dx) => leafOf(at(dx, 0, 0.03), width / 2, height))
      : []),
  ];
}

/** The front of the villa with a row of windows on each floor, its foot's left end at `foot`. */
export function villaFront(foot: Vec, length: number, columns: number, material: Material): Face[] {
  const step = length / columns;
  const openings = Array.from({ length: columns * 2 }, (_, index): Opening => {
    const column = index % columns;
    const upper = index >= columns;
    const door = !upper && column === Math.floor(columns / 2);
    return { x: (column + 0.5) * step - 0.55, y: upper ? 4.3 : door ? 0.3 : 1.1, width: 1.1, height: door ? 2.6 : 1.9 };
  });
  return [
    ...wall(foot, { length, height: 7.2, thickness: 0.5, openings }, material),
    ...openings.flatMap((opening) => oldWindow(opening, foot, opening.height > 2 ? 'none' : 'open')),
    ...box(add(foot, [-0.1, 0, -0.4]), [length + 0.2, 0.6, 0.46], limestone),
    ...box(add(foot, [0, 3.6, -0.4]), [length, 0.16, 0.47], limestone),
    ...[0, length - 0.5].flatMap((x) => box(add(foot, [x, 0, -0.4]), [0.5, 7.2, 0.45], limestone)),
    ...[0, 0.1, 0.22].flatMap((out, index) =>
      box(add(foot, [-out, 6.95 + index * 0.12, -0.5]), [length + 2 * out, 0.12, 0.55 + out], limestone),
    ),
    ...turned(
      tiled(add(foot, [-0.2, 7.36, 0.3]), Math.ceil(length / 0.24) + 2, 13),
      'x',
      24,
      add(foot, [0, 7.36, 0.3]),
    ),
  ];
}

function leafOf(from: Vec, width: number, height: number): Face[] {
  const slats = Array.from({ length: Math.floor(height / 0.09) }, (_, index) =>
    box(add(from, [0.05, 0.05 + index * 0.09, 0.03]), [width - 0.1, 0.05, 0.014], shutter),
  );
  return [...box(from, [width, height, 0.03], shutter), ...slats.flat()];
}
