import { chanceOf } from '@/prisma/seed/chance';
import type { Face, Material } from '@/prisma/seed/pictures/face';
import { mineral, plain } from '@/prisma/seed/pictures/paints';
import { sheet, turnedBox } from '@/prisma/seed/pictures/solids';
import type { Vec } from '@/prisma/seed/pictures/vector';

const slopes = mineral('#76805A', { contrast: 0.9, size: 60, rough: 0.5 });
const water = plain('#3A6079', { gloss: 0.07 });

/** A line of hills along the horizon, far away towards −z. */
export function hills(distance: number, height: number, seed: string, material: Material = slopes): Face[] {
  const chance = chanceOf(seed);
  const phases = [chance() * 7, chance() * 7, chance() * 7];
  const heightAt = (share: number) =>
    height *
    (0.55 +
      0.3 * Math.sin(share * 7 + (phases[0] ?? 0)) +
      0.13 * Math.sin(share * 19 + (phases[1] ?? 0)) +
      0.04 * Math.sin(share * 61 + (phases[2] ?? 0)));
  const width = distance * 4;
  const parts = 60;
  return Array.from({ length: parts }, (_, index) => {
    const [left, right] = [index / parts, (index + 1) / parts];
    const x = (share: number) => (share - 0.5) * width;
    return sheet(
      [
        [x(left), -2, -distance],
        [x(right), -2, -distance],
        [x(right), heightAt(right), -distance * 1.15],
        [x(left), heightAt(left), -distance * 1.15],
      ],
      material,
      0.5,
    );
  }).flat();
}

/** The sea, from a shore `near` metres away to the horizon, `below` metres under the ground. */
export function sea(near: number, below: number): Face[] {
  const far = 3000;
  return sheet(
    [
      [-far, -below, -near],
      [far, -below, -near],
      [far * 2, -below, -far],
      [-far * 2, -below, -far],
    ],
    water,
  );
}

const stone = mineral('#9C9484', { contrast: 0.5, size: 0.4 });

/** Loose stones strewn on level ground between two corners. */
export function stones(from: Vec, to: Vec, count: number, size: number, material: Material = stone): Face[] {
  const chance = chanceOf(`stones ${from}`);
  return Array.from({ length: count }, () => {
    const at: Vec = [
      from[0] + chance() * (to[0] - from[0]),
      from[1] - size * 0.1,
      from[2] + chance() * (to[2] - from[2]),
    ];
    const own = size * (0.3 + chance() ** 3);
    return turnedBox(at, [own * (0.8 + chance()), own * 0.6, own], chance() * 180, material);
  }).flat();
}
