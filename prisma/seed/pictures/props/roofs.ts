import type { Face, Material } from '@/prisma/seed/pictures/face';
import { plain } from '@/prisma/seed/pictures/paints';
import { luckOf, sheet } from '@/prisma/seed/pictures/solids';
import type { Vec } from '@/prisma/seed/pictures/vector';

export const clay = plain('#A4674A', { variety: 0.5, gloss: 0.02 });

const tileWidth = 0.24;
const tileLength = 0.36;

/** Clay tiles, hollow down and hollow up in turn, laid flat on `y` from a corner towards +x and −z; turn them to a slope. */
export function tiled([x, y, z]: Vec, columns: number, rows: number, material: Material = clay, sides = 4): Face[] {
  return Array.from({ length: columns * rows }, (_, index) => {
    const left = x + (index % columns) * tileWidth;
    const front = z - Math.floor(index / columns) * tileLength;
    return clayTile([left, y, front], material, sides);
  }).flat();
}

/** One tile with its hollow down, its lower end at the front. */
export function clayTile([x, y, z]: Vec, material: Material, sides = 4): Face[] {
  const luck = luckOf([x, y, z]);
  const [wide, narrow] = [tileWidth * 0.56, tileWidth * 0.48];
  const rim = (radius: number, at: Vec, step: number): Vec => {
    const angle = Math.PI * (1 - step / sides);
    return [at[0] + Math.cos(angle) * radius, at[1] + Math.sin(angle) * radius * 0.62, at[2]];
  };
  const front: Vec = [x, y + 0.03, z + 0.06];
  const back: Vec = [x, y, z - tileLength];
  return Array.from({ length: sides }, (_, step) => [
    ...sheet(
      [rim(wide, front, step), rim(wide, front, step + 1), rim(narrow, back, step + 1), rim(narrow, back, step)],
      material,
      luck,
    ),
    ...sheet(
      [
        rim(wide, front, step),
        rim(wide, front, step + 1),
        rim(wide - 0.016, front, step + 1),
        rim(wide - 0.016, front, step),
      ],
      material,
      luck,
    ),
  ]).flat();
}
