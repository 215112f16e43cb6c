import { chanceOf } from '@/prisma/seed/chance';
import type { Face, Material } from '@/prisma/seed/pictures/face';
import { leaf, wood } from '@/prisma/seed/pictures/paints';
import { beam, cylinder, sheet } from '@/prisma/seed/pictures/solids';
import { add, type Vec } from '@/prisma/seed/pictures/vector';

const bark = wood('#6B5140', { contrast: 0.9 });
export const needles = leaf('#4F6B3A');
export const leaves = leaf('#6E8A45');
const straw = leaf('#9AA35C');

/** A stone pine: a bare trunk and an umbrella of needles, as on the hills by the sea. */
export function pineTree(foot: Vec, height: number): Face[] {
  const crown = add(foot, [0.12 * height, height * 0.86, 0]);
  const fork = add(foot, [0.05 * height, height * 0.55, 0]);
  const boughs = [-0.24, 0.02, 0.26].map((x) => add(crown, [x * height, -0.04 * height, x * 0.3 * height]));
  return [
    ...cylinder(foot, fork, 0.028 * height, bark, 9),
    ...boughs.flatMap((end) => beam(fork, end, 0.022 * height, 0.022 * height, bark)),
    ...foliage(crown, [0.46 * height, 0.13 * height, 0.4 * height], 900, 0.034 * height, needles),
  ];
}

/** A round tree with broad leaves. */
export function roundTree(foot: Vec, height: number, material: Material = leaves): Face[] {
  const crown = add(foot, [0, height * 0.64, 0]);
  return [
    ...cylinder(foot, crown, 0.03 * height, bark, 8),
    ...foliage(crown, [0.3 * height, 0.36 * height, 0.3 * height], 900, 0.032 * height, material),
  ];
}

/** Trees at the edge of the land, `distance` metres away towards −z, from `left` to `right`: round heads, close together. */
export function woods(distance: number, left: number, right: number, height: number): Face[] {
  const chance = chanceOf(`wood ${distance} ${left}`);
  const count = Math.max(1, Math.round((right - left) / (height * 0.7)));
  return Array.from({ length: count }, (_, index) => {
    const tall = height * (0.7 + 0.5 * chance());
    const x = left + ((index + chance()) * (right - left)) / count;
    const z = -distance - chance() * height;
    return foliage(
      [x, tall * 0.45, z],
      [tall * 0.5, tall * 0.5, tall * 0.5],
      130,
      tall * 0.14,
      chance() < 0.6 ? needles : leaves,
    );
  }).flat();
}

/** A bush, or a row of them. */
export function hedge(centre: Vec, size: Vec, count: number, material: Material = needles): Face[] {
  return foliage(centre, size, count, Math.min(0.13, Math.min(...size) * 0.3), material);
}

/** Blades of dry grass on level ground between two corners. */
export function grass(from: Vec, to: Vec, count: number, height = 0.3, material: Material = straw): Face[] {
  const chance = chanceOf(`grass ${from} ${to}`);
  return Array.from({ length: count }, () => {
    const foot: Vec = [from[0] + chance() * (to[0] - from[0]), from[1], from[2] + chance() * (to[2] - from[2])];
    const tall = height * (0.5 + chance());
    const lean = (chance() - 0.5) * tall;
    const width = 0.012 + 0.012 * chance();
    const tip = add(foot, [lean, tall, (chance() - 0.5) * tall]);
    return sheet([foot, add(foot, [width, 0, width * (chance() - 0.5)]), tip], material, chance());
  }).flat();
}

/** Leaf upon leaf, thickest near the skin of an ellipsoid. */
function foliage(centre: Vec, [x, y, z]: Vec, count: number, size: number, material: Material): Face[] {
  const chance = chanceOf(`leaves ${centre}`);
  const any = () => chance() * 2 - 1;
  return Array.from({ length: count }, () => {
    const rise = any();
    const turn = chance() * 2 * Math.PI;
    const out = (0.55 + 0.45 * chance() ** 0.4) * (0.82 + 0.3 * Math.sin(turn * 3 + rise * 4));
    const flat = Math.sqrt(1 - rise * rise) * out;
    const at = add(centre, [Math.cos(turn) * flat * x, rise * out * y, Math.sin(turn) * flat * z]);
    const a: Vec = [any() * size, any() * size * 0.5, any() * size];
    const b: Vec = [any() * size, any() * size * 0.5, any() * size];
    // The lower leaves lie in the shade of the upper ones.
    return sheet(
      [at, add(at, a), add(add(at, a), b), add(at, b)],
      material,
      0.15 + 0.35 * (rise + 1) * (0.6 + 0.5 * chance()),
    );
  }).flat();
}
