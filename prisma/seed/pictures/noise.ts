import { chanceOf } from '@/prisma/seed/chance';

const side = 512;
const mask = side - 1;

/** Clouds, stains, soil: soft noise of many sizes on a tile that repeats without a seam, 0 to 1 with 0.5 in the middle. */
const soft = mixed([
  [4, 0.42],
  [8, 0.25],
  [16, 0.15],
  [32, 0.09],
  [64, 0.05],
  [128, 0.04],
]);

/** Every point for itself: the grain of film and of sand, 0 to 1. */
const grains = lattice(side, 'grains');

/** Soft noise at a place, smooth between points. One unit is a tile of 512 points. */
export function cloudAt(u: number, v: number): number {
  const x = u * side;
  const y = v * side;
  const left = Math.floor(x);
  const top = Math.floor(y);
  const across = x - left;
  const down = y - top;
  const row = (top & mask) * side;
  const below = ((top + 1) & mask) * side;
  const west = left & mask;
  const east = (left + 1) & mask;
  const upper = at(soft, row + west) * (1 - across) + at(soft, row + east) * across;
  const lower = at(soft, below + west) * (1 - across) + at(soft, below + east) * across;
  return upper * (1 - down) + lower * down;
}

/** The grain at a point of the picture or of a pattern; the same for the same two whole numbers. */
export function grainAt(x: number, y: number): number {
  return at(grains, (y & mask) * side + (x & mask));
}

function at(tile: Float32Array, index: number): number {
  return tile[index] as number;
}

function lattice(size: number, seed: string): Float32Array {
  const chance = chanceOf(seed);
  return Float32Array.from({ length: size * size }, chance);
}

function mixed(octaves: readonly (readonly [cells: number, weight: number])[]): Float32Array {
  const tile = new Float32Array(side * side);
  for (const [cells, weight] of octaves) {
    const points = lattice(cells, `cells ${cells}`);
    for (let index = 0; index < tile.length; index++)
      tile[index] = at(tile, index) + weight * smoothed(points, cells, index);
  }
  return tile.map((value) => Math.min(1, Math.max(0, 0.5 + (value - 0.5) * 1.8)));
}

function smoothed(points: Float32Array, cells: number, index: number): number {
  const x = ((index & mask) * cells) / side;
  const y = (Math.floor(index / side) * cells) / side;
  const left = Math.floor(x);
  const top = Math.floor(y) * cells;
  const right = (left + 1) % cells;
  const bottom = (top + cells) % points.length;
  const across = eased(x % 1);
  const upper = at(points, top + left) * (1 - across) + at(points, top + right) * across;
  const lower = at(points, bottom + left) * (1 - across) + at(points, bottom + right) * across;
  const down = eased(y % 1);
  return upper * (1 - down) + lower * down;
}

function eased(share: number): number {
  return share * share * (3 - 2 * share);
}
