import { setImmediate } from 'node:timers/promises';
import { grainAt } from '@/prisma/seed/pictures/noise';
import type { Plane } from '@/prisma/seed/pictures/raster';
import type { Scene } from '@/prisma/seed/pictures/scene';
import { reaches, type Shadow, shadowFrom } from '@/prisma/seed/pictures/shadow';
import type { Surface } from '@/prisma/seed/pictures/surface';
import type { Vec } from '@/prisma/seed/pictures/vector';

/** How much of the sky each place sees: 1 for open level ground, a half for an open wall, 0 deep inside. */
export type Openness = (face: number, x: number, y: number) => number;

const directions = 24;
const mapSize = 320;
/** Pixels of the picture to one measured place, each way. */
const coarseness = 4;

/**
 * The sky is many faint suns: what lies in the shadow of most of them is dark. Measured at every fourth pixel, smoothed
 * within a face, and read in between.
 */
export async function opennessOf(scene: Scene, surfaces: readonly Surface[], plane: Plane): Promise<Openness> {
  const rows = plane.shifts.length;
  const width = Math.ceil(plane.width / coarseness);
  const height = Math.ceil(plane.height / rows / coarseness);
  const casters = scene.faces.filter(({ material }) => !material.thin);
  const suns: Shadow[] = [];
  for (const towards of spread()) {
    suns.push(shadowFrom(casters, towards, scene.bounds, mapSize));
    await setImmediate();
  }
  const faces = new Uint16Array(width * height);
  const measured = new Float32Array(width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const x = Math.min(plane.width - 1, (column + 0.5) * coarseness);
      const y = Math.min(plane.height / rows - 1, (row + 0.5) * coarseness);
      const index = row * width + column;
      const face = plane.faces[y * rows * plane.width + x] as number;
      const surface = surfaces[face - 1];
      faces[index] = face;
      if (surface) measured[index] = measure(surface, suns, x, y, index);
    }
  }
  const smooth = smoothed(smoothed(measured, faces, width, height), faces, width, height);
  return (face, x, y) => {
    const u = x / coarseness - 0.5;
    const v = y / coarseness - 0.5;
    const near = sampled(smooth, faces, width, height, face, u, v);
    if (near >= 0) return near;
    const surface = surfaces[face - 1];
    return surface ? measure(surface, suns, x, y, Math.floor(x) + Math.floor(y) * 31) : 1;
  };
}

function measure(surface: Surface, suns: readonly Shadow[], x: number, y: number, index: number): number {
  const [px, py, pz] = surface.placeOf(x, y);
  const [nx, ny, nz] = surface.normal;
  let seen = 0;
  for (let number = 0; number < suns.length; number++) {
    const sun = suns[number] as Shadow;
    const slope = nx * sun.towards[0] + ny * sun.towards[1] + nz * sun.towards[2];
    if (slope <= 0) continue;
    const slack = 1.6 / sun.scale;
    const shift = grainAt(index * 3 + number, number * 5) * 2 - 1;
    const other = grainAt(index + number * 7, number * 3) * 2 - 1;
    seen += slope * reaches(sun, px + nx * slack, py + ny * slack, pz + nz * slack, slack * 0.5, shift, other);
  }
  return (2 * seen) / suns.length;
}

function smoothed(values: Float32Array, faces: Uint16Array, width: number, height: number): Float32Array {
  return values.map((_, index) => {
    const column = index % width;
    const row = Math.floor(index / width);
    let sum = 0;
    let count = 0;
    for (let y = Math.max(0, row - 2); y <= Math.min(height - 1, row + 2); y++)
      for (let x = Math.max(0, column - 2); x <= Math.min(width - 1, column + 2); x++)
        if (faces[y * width + x] === faces[index]) {
          sum += values[y * width + x] as number;
          count++;
        }
    return sum / count;
  });
}

/** What was measured around a place on the same face; −1 where that was never. */
function sampled(
  values: Float32Array,
  faces: Uint16Array,
  width: number,
  height: number,
  face: number,
  u: number,
  v: number,
): number {
  const left = Math.floor(u);
  const top = Math.floor(v);
  let sum = 0;
  let weights = 0;
  for (let corner = 0; corner < 4; corner++) {
    const column = left + (corner & 1);
    const row = top + (corner >> 1);
    if (column < 0 || row < 0 || column >= width || row >= height) continue;
    const index = row * width + column;
    const weight = Math.abs(1 - (corner & 1) - (u - left)) * Math.abs(1 - (corner >> 1) - (v - top)) + 1e-4;
    if (faces[index] !== face) continue;
    sum += weight * (values[index] as number);
    weights += weight;
  }
  return weights > 0 ? sum / weights : -1;
}

/** Directions spread evenly over the upper half of a ball. */
function spread(): Vec[] {
  return Array.from({ length: directions }, (_, index) => {
    const rise = (index + 0.5) / directions;
    const turn = index * 2.399_963;
    const flat = Math.sqrt(1 - rise * rise);
    return [Math.cos(turn) * flat, rise, Math.sin(turn) * flat];
  });
}
