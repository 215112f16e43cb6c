import type { Face, Material, Paint } from '@/prisma/seed/pictures/face';
import { flat, mineral, plain, wood } from '@/prisma/seed/pictures/paints';
import {
  any,
  around,
  baked,
  bar,
  both,
  disc,
  printed,
  ring,
  type Shape,
  stroke,
} from '@/prisma/seed/pictures/props/patterns';
import { room } from '@/prisma/seed/pictures/props/rooms';
import { box } from '@/prisma/seed/pictures/solids';
import { moved, turned } from '@/prisma/seed/pictures/turn';
import type { Vec } from '@/prisma/seed/pictures/vector';

export const desk = wood('#B99B76', { contrast: 0.35, gloss: 0.05 });
export const paper = flat('#F1ECE1');
export const oatYellow = '#E0AE3A';
export const soot = '#2C2A28';
export const brightGreen = '#5F7A55';

/** Direction A: a seed that is also a sun, drawn with one line. About `size` metres wide. */
export function seedMark(x: number, y: number, size: number): Shape {
  const line = size * 0.055;
  const leaf = both(disc(x - size * 0.16, y, size * 0.32), disc(x + size * 0.16, y, size * 0.32));
  const outline: Shape = (u, v) => Math.abs(leaf(u, v)) - line / 2;
  const rays = around(x, y, 12, stroke(size * 0.36, 0, size * 0.46, 0, line));
  return any(outline, rays, stroke(x, y - size * 0.12, x, y + size * 0.3, line));
}

/** Direction B: the letter B as two sacks of grain. */
export function sackMark(x: number, y: number, size: number): Shape {
  const sack = (middle: number, radius: number) =>
    any(disc(x + radius * 0.35, middle, radius), bar(x - radius * 0.75, middle - radius, radius * 1.1, radius * 2));
  const ties = any(stroke(x - size * 0.1, y, x + size * 0.16, y, size * 0.05));
  const body = any(sack(y + size * 0.22, size * 0.2), sack(y - size * 0.23, size * 0.25));
  return (u, v) => Math.max(body(u, v), -ties(u, v));
}

/** Direction C: an ear of oats in a lozenge. */
export function earMark(x: number, y: number, size: number): Shape {
  const lozenge: Shape = (u, v) => Math.abs(Math.abs(u - x) + Math.abs(v - y) - size * 0.46) - size * 0.03;
  const grains = [-0.2, -0.08, 0.04, 0.16].flatMap((rise) =>
    [-1, 1].map((side) => stroke(x, y + rise * size, x + side * size * 0.11, y + (rise + 0.1) * size, size * 0.07)),
  );
  return any(lozenge, stroke(x, y - size * 0.32, x, y + size * 0.3, size * 0.03), ...grains);
}

/** Lines of text too small to read, from the upper left corner downwards (v grows). */
export function lines(x: number, y: number, width: number, count: number, spacing = 0.006): Shape {
  return any(
    ...Array.from({ length: count }, (_, index) =>
      bar(
        x,
        y + index * spacing,
        width * (index === count - 1 ? 0.55 : 0.9 + 0.1 * Math.abs(Math.sin(index * 7.3))),
        spacing * 0.34,
      ),
    ),
  );
}

/** A sheet of paper that lies flat, its far left corner at the origin before it is turned by `degrees`; v runs to the viewer. */
export function leafOfPaper(
  [x, y, z]: Vec,
  width: number,
  height: number,
  degrees: number,
  paint: Paint,
  thick = 0.0012,
): Face[] {
  const print: Material = { paint: baked(paint, width, height, 1100), gloss: 0.03 };
  const faces = box([0, 0, 0], [width, thick, height], plain('#E9E3D6')).map((face) =>
    face.normal[1] > 0.5
      ? { ...face, material: print, origin: [0, 0, 0] as const, across: [1, 0, 0] as const, down: [0, 0, 1] as const }
      : face,
  );
  return moved(turned(faces, 'y', degrees, [width / 2, 0, height / 2]), [x, y, z]);
}

/** A folded carton whose front, v upwards, wears `front`. */
export function carton(
  [x, y, z]: Vec,
  [width, height, depth]: Vec,
  degrees: number,
  colour: string,
  front: Paint,
): Face[] {
  const print: Material = { paint: baked(front, width, height, 1300), gloss: 0.035 };
  const board = plain(colour, { variety: 0.03, gloss: 0.035 });
  const faces = box([-width / 2, 0, -depth / 2], [width, height, depth], board).map((face) =>
    face.normal[2] > 0.5
      ? {
          ...face,
          material: print,
          origin: [-width / 2, 0, depth / 2] as const,
          across: [1, 0, 0] as const,
          down: [0, 1, 0] as const,
        }
      : face,
  );
  const flap = box([-width / 2, height, -depth / 2], [width, 0.0015, depth], board);
  const seam = box([-width / 2, height + 0.0015, -0.001], [width, 0.0006, 0.002], plain('#6B5A3E'));
  return moved(turned([...faces, ...flap, ...seam], 'y', degrees), [x, y, z]);
}

/** The front of the oat carton with a mark on it. */
export function oatFront(width: number, height: number, mark: Shape, ground: string, ink: string): Paint {
  return printed(flat(ground), [
    [bar(0, 0, width, height * 0.2), ink],
    [mark, ink],
    [lines(width * 0.14, height * 0.055, width * 0.5, 3, 0.008), ground],
    [ring(width * 0.8, height * 0.1, width * 0.075, 0.002), ground],
    [lines(width * 0.14, height * 0.86, width * 0.34, 2, 0.009), ink],
  ]);
}

/** The studio: a desk of wood before a pale wall, light from a tall window on the left. */
export function studio(): Face[] {
  return [
    ...room([-2, -0.75, -0.9], {
      width: 4.4,
      depth: 4,
      height: 2.9,
      floor: mineral('#8C857B'),
      walls: mineral('#DAD5CB', { contrast: 0.1, rough: 0.06 }),
      left: [{ x: 0.5, y: 0.9, width: 1.5, height: 1.7 }],
    }),
    ...box([-1.2, -0.05, -0.6], [2.4, 0.05, 1.6], desk),
  ];
}
