import type { Face } from '@/prisma/seed/pictures/face';
import { laid, mineral, plain, wood } from '@/prisma/seed/pictures/paints';
import { box, cylinder } from '@/prisma/seed/pictures/solids';

export const fronts = wood('#BB9467', { contrast: 0.4, gloss: 0.04 });
export const parquet = laid(wood('#A98760', { contrast: 0.5 }).paint, {
  width: 1.6,
  height: 0.14,
  joint: 0.004,
  jointColour: '#4B3A2A',
  bond: 0.37,
  variety: 0.3,
  gloss: 0.06,
});
const worktop = mineral('#D5D0C7', { contrast: 0.25, size: 0.2, rough: 0.12, gloss: 0.09 });
const splash = laid(plain('#DCE3DD', { variety: 0 }).paint, {
  width: 0.15,
  height: 0.075,
  joint: 0.004,
  jointColour: '#B9B6AE',
  bond: 0.5,
  variety: 0.1,
  gloss: 0.1,
});
export const brass = plain('#B08D4C', { gloss: 0.25 });

/** Cabinets along a far wall at z: doors below, a worktop, tiles, and shelves or cupboards above. */
export function kitchenRun(x: number, z: number, count: number, handles: boolean): Face[] {
  const door = (left: number, y: number, tall: number) => [
    ...box([left + 0.004, y, z + 0.58], [0.592, tall, 0.022], fronts),
    ...(handles ? box([left + 0.24, y + tall - 0.05, z + 0.6], [0.13, 0.014, 0.025], brass) : []),
  ];
  return [
    ...box([x, 0.1, z], [count * 0.6, 0.78, 0.57], plain('#6D5840')),
    ...box([x, 0, z], [count * 0.6, 0.1, 0.5], plain('#3C3630')),
    ...Array.from({ length: count }, (_, index) =>
      index % 3 === 1
        ? [
            ...door(x + index * 0.6, 0.66, 0.215),
            ...door(x + index * 0.6, 0.39, 0.262),
            ...door(x + index * 0.6, 0.105, 0.278),
          ]
        : door(x + index * 0.6, 0.105, 0.77),
    ).flat(),
    ...box([x - 0.02, 0.88, z], [count * 0.6 + 0.04, 0.04, 0.63], worktop),
    ...box([x, 0.92, z], [count * 0.6, 0.6, 0.012], splash),
  ];
}

/** A cup, a jar, a pot: something round that stands on a board. */
export const cup = (x: number, y: number, z: number, size: number, colour: string): Face[] =>
  cylinder([x, y, z], [x, y + size * 1.1, z], size * 0.45, plain(colour, { gloss: 0.08 }), 18);
