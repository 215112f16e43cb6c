import type { Face } from '@/prisma/seed/pictures/face';
import { draw, type Plane, planeOf } from '@/prisma/seed/pictures/raster';
import { cross, dot, unit, type Vec } from '@/prisma/seed/pictures/vector';

/** A picture of the scene from far away in one direction: whatever it does not show lies in the shade of what it shows. */
export type Shadow = {
  plane: Plane;
  right: Vec;
  up: Vec;
  towards: Vec;
  left: number;
  top: number;
  /** Points to the metre. */
  scale: number;
};

/** Where shadows are looked for: everything beyond is open to the sky. */
export type Bounds = { centre: Vec; reach: number };

/** The shadow seen from the direction `towards`, on a square of `size` points around the bounds. */
export function shadowFrom(faces: readonly Face[], towards: Vec, { centre, reach }: Bounds, size: number): Shadow {
  const right = unit(cross([0.01, 1, 0.003], towards));
  const up = cross(towards, right);
  const scale = size / (2 * reach);
  const left = dot(centre, right) - reach;
  const top = dot(centre, up) - reach;
  const plane = planeOf(size, size);
  faces.forEach(({ corners, normal }, index) => {
    const facing = dot(normal, towards);
    const [corner] = corners;
    if (!corner || Math.abs(facing) < 1e-3) return;
    const slopeX = -dot(normal, right) / facing / scale;
    const slopeY = -dot(normal, up) / facing / scale;
    const level = dot(normal, corner) / facing + (slopeX * left + slopeY * top) * scale;
    const xs = corners.map((point) => (dot(point, right) - left) * scale);
    const ys = corners.map((point) => (dot(point, up) - top) * scale);
    draw(plane, { face: index + 1, xs, ys, slopeX, slopeY, level });
  });
  return { plane, right, up, towards, left, top, scale };
}

/** Whether light from the shadow's direction reaches a place (`x`, `y`, `z`), 1 or 0. `slack` is in metres. */
export function reaches(
  { plane, right, up, towards, left, top, scale }: Shadow,
  x: number,
  y: number,
  z: number,
  slack: number,
  shiftX: number,
  shiftY: number,
): number {
  const column = Math.floor((x * right[0] + y * right[1] + z * right[2] - left) * scale + shiftX);
  const row = Math.floor((x * up[0] + y * up[1] + z * up[2] - top) * scale + shiftY);
  if (column < 0 || row < 0 || column >= plane.width || row >= plane.height) return 1;
  const nearness = plane.nearness[row * plane.width + column] as number;
  return x * towards[0] + y * towards[1] + z * towards[2] + slack >= nearness ? 1 : 0;
}
