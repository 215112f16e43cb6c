import { hex, lay, tinted } from '@/prisma/seed/pictures/colour';
import { daylight } from '@/prisma/seed/pictures/daylight';
import type { Face, Material } from '@/prisma/seed/pictures/face';
import { cloudAt } from '@/prisma/seed/pictures/noise';
import { flat, plain, where } from '@/prisma/seed/pictures/paints';
import { meadow, soil } from '@/prisma/seed/pictures/props/grounds';
import { grass, hedge, pineTree, woods } from '@/prisma/seed/pictures/props/plants';
import { pine, stack } from '@/prisma/seed/pictures/props/site';
import type { Scene } from '@/prisma/seed/pictures/scene';
import { beam, box, ground, turnedBox } from '@/prisma/seed/pictures/solids';
import { moved } from '@/prisma/seed/pictures/turn';
import type { Vec } from '@/prisma/seed/pictures/vector';

const split: Material = {
  paint: where(
    (u, v) =>
      Math.abs(v - 0.05 - (cloudAt(u * 0.35, 0.3) - 0.5) * 0.09) <
      0.006 * Math.min(1, Math.max(0, (2.1 - u) * 1.4)) * (0.4 + cloudAt(u * 3, 0.1)),
    flat('#2A1E14'),
    (u, v, luck, ink) => {
      pine.paint(u, v, luck, ink);
      const bruise = Math.max(0, 1 - Math.hypot((u - 1.15) * 2.2, (v - 0.06) * 9));
      if (bruise > 0) lay(ink, tinted([ink[0], ink[1], ink[2]], hex('#5B4A38'), bruise * 0.8), 1);
    },
  ),
};

const trestle = (x: number): Face[] => [
  ...box([x, 0.72, -0.7], [0.09, 0.09, 1.4], pine),
  ...[-0.55, 0.55].flatMap((z) =>
    [-0.28, 0.37].flatMap((dx) => beam([x + dx, 0, z], [x + 0.045, 0.74, z], 0.05, 0.07, pine)),
  ),
];

/** Two studs that came split from the mill, laid on trestles for the photo. */
export function damagedStuds(): Scene {
  const stud = (z: number, turn: number): Face[] => turnedBox([0.1, 0.81, z], [2.6, 0.06, 0.16], turn, split);
  return {
    faces: [
      ...ground(soil),
      ...ground(meadow, -0.02).map((face) => ({
        ...face,
        corners: face.corners.map(([x, y, z]): Vec => [x, y, z - 606]),
      })),
      ...trestle(-0.8),
      ...trestle(0.9),
      ...stud(-0.12, 3),
      ...stud(0.16, -2),
      ...stack([0.5, 0, -2.6], [3.4, 0, 1], 9, pine),
      ...stack([4.6, 0, -3.4], [3, 0, 1], 6, pine),
      ...hedge([-4, 0.5, -8], [5, 0.9, 1], 900),
      ...woods(24, -30, 30, 4),
      ...pineTree([3.5, 0, -12], 8),
      ...pineTree([-4.5, 0, -14], 9),
      ...grass([-7, 0, -6.4], [7, 0, -5], 600, 0.4),
      ...moved(box([0, 0, 0], [0.3, 0.03, 0.2], plain('#D8B23C')), [0.35, 0.87, 0.08]),
    ],
    from: { eye: [-1.5, 1.52, 1.5], target: [-0.1, 0.84, 0], angle: 54 },
    light: daylight('morning', 96, 28),
    bounds: { centre: [0, 0.5, -1], reach: 5 },
    bounce: [0.34, 0.29, 0.22],
    focus: { distance: 2, blur: 0.7 },
  };
}
