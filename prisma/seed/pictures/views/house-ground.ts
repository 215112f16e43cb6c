import { chanceOf } from '@/prisma/seed/chance';
import { daylight } from '@/prisma/seed/pictures/daylight';
import { cloudAt } from '@/prisma/seed/pictures/noise';
import { flat, mineral, plain, where } from '@/prisma/seed/pictures/paints';
import { concrete, meadow, patchy, soil } from '@/prisma/seed/pictures/props/grounds';
import { hills, stones } from '@/prisma/seed/pictures/props/landscape';
import { grass, hedge, pineTree, roundTree, woods } from '@/prisma/seed/pictures/props/plants';
import { relief } from '@/prisma/seed/pictures/props/relief';
import { pine, stack, steel } from '@/prisma/seed/pictures/props/site';
import type { Scene } from '@/prisma/seed/pictures/scene';
import { beam, box, cylinder, ground, turnedBox } from '@/prisma/seed/pictures/solids';

const clayey = patchy('#8A6B47', '#BF9F74', 0.5);
const rock = mineral('#A7A093', { contrast: 0.5, size: 0.5, rough: 0.6 });
const sacking = patchy('#6E5C42', '#94805C', 0.12);
const rust = plain('#8A4B2E');

/** The pit at full depth: steps in the soil, rock in the far corner, the heap behind. */
export function excavation(): Scene {
  const depth = (x: number, z: number) => {
    const edge = Math.min(x + 7, 7 - x, z + 13, 1.5 - z) + (cloudAt(x * 0.07, z * 0.07) - 0.5) * 1.6;
    const pit = -2.2 * Math.min(1, Math.max(0, edge * 0.9)) - (edge > 0.4 ? 0.25 : 0);
    const heap = 3.1 * Math.exp(-((x - 8) ** 2) / 22 - (z + 19) ** 2 / 9);
    return pit + heap + (cloudAt(x * 0.21, z * 0.21) - 0.5) * 0.35;
  };
  const chance = chanceOf('rocks');
  const rocks = Array.from({ length: 34 }, (_, index) => {
    const at = [-6.4 + chance() * 3.4, -2.5 + chance() * 0.3, -12.4 + chance() * 3] as const;
    const size = 0.5 + 1.3 * chance();
    return turnedBox(at, [size * 1.3, size * (0.6 + 0.9 * chance()), size], index * 37, rock);
  }).flat();
  return {
    faces: [
      ...relief([-24, -30], [24, 9], [96, 78], depth, clayey),
      ...ground(meadow, -0.6).map((face) => ({
        ...face,
        corners: face.corners.map(([x, y, z]) => [x, y, z - 628] as const),
      })),
      ...hills(300, 46, 'serra'),
      ...rocks,
      ...pineTree([-13, 0.1, -22], 9),
      ...pineTree([-19, 0, -19], 8),
      ...pineTree([19, 0, -27], 10),
      ...roundTree([1.5, 0, -27], 6),
      ...woods(34, -40, 40, 5),
      ...[-6.5, -2.2, 2.2, 6.5].flatMap((x) => cylinder([x, -0.2, 2.2], [x, 1.2, 2.2], 0.03, pine, 6)),
      ...beam([-6.5, 0.95, 2.2], [6.5, 0.95, 2.2], 0.012, 0.012, plain('#D9D2C0')),
      ...stones([-5, -2.4, -9], [5, -2.4, 0], 60, 0.3, rock),
    ],
    from: { eye: [4.6, 2.6, 5.4], target: [-1.2, -0.9, -7], angle: 66 },
    light: daylight('noon', -70, 44),
    bounds: { centre: [0, 0, -9], reach: 20 },
    bounce: [0.3, 0.24, 0.17],
  };
}

/** The neighbour's wall: an old plaster with a crack from the coping to the ground. */
export function crackedWall(): Scene {
  const plaster = mineral('#CFC4B0', { contrast: 0.5, rough: 0.3, size: 1.3 });
  const crackAt = (v: number) => 1.9 + (cloudAt(v * 0.16, 0.3) - 0.5) * 1.4 + (cloudAt(v * 1.1, 0.7) - 0.5) * 0.16;
  const stone = mineral('#8F8674', { size: 0.3 });
  const paint = where(
    (u, v) => Math.abs(u - crackAt(v)) < 0.006 + 0.012 * cloudAt(v * 0.5, 0.1) * (v / 1.7),
    flat('#2E2822'),
    where(
      (u, v) => Math.abs(u - crackAt(v) - 0.25) < (cloudAt(u * 0.9, v * 0.9) - 0.6) * 0.9 && v < 1.1,
      stone.paint,
      plaster.paint,
    ),
  );
  const tick = (y: number) => box([2.62, y, 0.03], [0.035, 0.006, 0.004], plain('#22201E'));
  return {
    faces: [
      ...ground(soil),
      ...ground(meadow, -0.02).map((face) => ({
        ...face,
        corners: face.corners.map(([x, y, z]) => [x, y, z - 602] as const),
      })),
      ...box([-3, 0, -0.3], [9, 1.75, 0.3], { paint, gloss: 0.02 }).map(
        (face) => ({ ...face, origin: [0, 0, 0], across: [1, 0, 0], down: [0, 1, 0] }) as const,
      ),
      ...box([-3, 1.75, -0.36], [9, 0.09, 0.42], mineral('#B7AC98', { size: 0.5 })),
      ...box([2.6, 0.42, 0.005], [0.075, 0.9, 0.03], plain('#E9DFA8')),
      ...Array.from({ length: 17 }, (_, index) => tick(0.46 + index * 0.05)).flat(),
      ...grass([-1, 0, -0.02], [5, 0, 0.5], 420, 0.3),
      ...hedge([0.2, 2, -1.6], [1.6, 0.7, 0.5], 420),
      ...roundTree([4.6, 0, -4.5], 5),
      ...stones([-1, 0, 0.2], [5, 0, 1.8], 40, 0.09, stone),
    ],
    from: { eye: [1.5, 1.25, 3.1], target: [2.05, 1.02, 0], angle: 54 },
    light: daylight('morning', 118, 30),
    bounds: { centre: [2, 1, 0], reach: 5 },
    bounce: [0.4, 0.34, 0.26],
    exposure: 1.15,
  };
}

/** The slab the morning after: wet, bordered by its boards, sacking on one half. */
export function slab(): Scene {
  const wet = { ...concrete, gloss: 0.07 };
  const fold = (x: number, z: number) => 0.44 + 0.1 * cloudAt(x * 0.35, z * 0.12) + 0.05 * cloudAt(x * 1.1, z * 0.3);
  const starters = Array.from({ length: 26 }, (_, index) =>
    cylinder([-5.6 + index * 0.45, 0.4, -6.4], [-5.6 + index * 0.45, 1.05, -6.4], 0.011, rust, 6),
  );
  return {
    faces: [
      ...ground(soil),
      ...hills(240, 44, 'sintra'),
      ...hills(420, 80, 'monte'),
      ...box([-6, 0, -7], [12, 0.42, 11], wet),
      ...relief([-5.8, -6.1], [-1.1, 3.6], [46, 60], fold, sacking),
      ...relief([-0.9, -6.1], [1.3, -0.4], [24, 40], fold, sacking),
      ...[-6.06, 6].flatMap((x) => box([x, 0, -7], [0.06, 0.5, 11], pine)),
      ...[-7.06, 4].flatMap((z) => box([-6, 0, z], [12, 0.5, 0.06], pine)),
      ...starters.flat(),
      ...[1.8, 3.6].flatMap((x) => cylinder([x, 0.4, -2.6], [x, 0.8, -2.6], 0.055, plain('#C46A3A'), 16)),
      ...cylinder([3.1, 0.4, 1.2], [3.1, 0.62, 1.2], 0.16, steel, 20),
      ...stack([8.4, 0, -3], [3.6, 0, 1.1], 7, pine),
      ...woods(30, -40, 34, 5),
      ...pineTree([-9, 0, -17], 9),
      ...pineTree([3, 0, -21], 8),
      ...pineTree([11, 0, -16], 10),
      ...stones([-9, 0, -9], [12, 0, -8], 50, 0.25),
    ],
    from: { eye: [4.9, 2.1, 6.4], target: [-0.6, 0.35, -3.5], angle: 62 },
    light: { ...daylight('morning', -38, 20), haze: 150 },
    bounds: { centre: [0, 0.5, -4], reach: 13 },
    bounce: [0.3, 0.26, 0.2],
  };
}
