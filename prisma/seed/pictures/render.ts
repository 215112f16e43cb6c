import { setImmediate } from 'node:timers/promises';
import { cameraOf, seen } from '@/prisma/seed/pictures/camera';
import type { Ink } from '@/prisma/seed/pictures/colour';
import { illuminate, type Shade } from '@/prisma/seed/pictures/illuminate';
import { draw, type Plane, planeOf } from '@/prisma/seed/pictures/raster';
import type { Scene } from '@/prisma/seed/pictures/scene';

/** The light that fell on each point of the film, and how far away it came from. */
export type Film = { width: number; height: number; light: Float32Array; depth: Float32Array };

/**
 * Four points to a pixel, none above or beside another: where an edge runs through a pixel, it is mixed from four, however
 * flat or steep the edge is.
 */
const shifts = [0.375, 0.875, 0.125, 0.625] as const;
const rows = shifts.length;
const rowsAtOnce = 40;
/** A glint would outshine the rest of its pixel. */
const brightest = 3;

/** Pauses every few rows, so that whatever else this process does goes on. */
export async function render(scene: Scene, width: number, height: number): Promise<Film> {
  const camera = cameraOf(scene.from, width, height);
  const plane = planeOf(width, height * rows, shifts);
  scene.faces.forEach((face, index) => {
    const patch = seen(camera, face, index + 1, rows);
    if (patch) draw(plane, patch);
  });
  const shade = await illuminate(scene, camera, plane);
  const film = { width, height, light: new Float32Array(width * height * 3), depth: new Float32Array(width * height) };
  const ink: Ink = [0, 0, 0];
  for (let y = 0; y < height; y++) {
    if (y % rowsAtOnce === 0) await setImmediate();
    for (let x = 0; x < width; x++) {
      const index = y * width + x;
      film.depth[index] = exposeAt(plane, shade, x, y, ink);
      for (let part = 0; part < 3; part++) film.light[index * 3 + part] = ink[part as 0];
    }
  }
  return film;
}

const sum: Ink = [0, 0, 0];

function exposeAt({ faces, width }: Plane, shade: Shade, x: number, y: number, ink: Ink): number {
  const first = y * rows * width + x;
  const a = faces[first] as number;
  const b = faces[first + width] as number;
  const c = faces[first + width * 2] as number;
  const d = faces[first + width * 3] as number;
  if (a === b && a === c && a === d) return shade(a, x + 0.5, y + 0.5, ink);
  sum.fill(0);
  let depth = 0;
  for (let row = 0; row < rows; row++) {
    depth = shade(faces[first + width * row] as number, x + shifts[row as 0], y + (row + 0.5) / rows, ink);
    for (let part = 0; part < 3; part++) sum[part as 0] += Math.min(brightest, ink[part as 0]) / rows;
  }
  for (let part = 0; part < 3; part++) ink[part as 0] = sum[part as 0];
  return depth;
}
