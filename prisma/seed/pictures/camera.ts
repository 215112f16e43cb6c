import type { Face } from '@/prisma/seed/pictures/face';
import type { Patch } from '@/prisma/seed/pictures/raster';
import { cross, dot, subtract, times, unit, type Vec } from '@/prisma/seed/pictures/vector';

/** Where somebody stands, what they look at, and how wide (degrees across the longer side). */
export type Viewpoint = { eye: Vec; target: Vec; angle: number };

/** A camera for a picture of some size in pixels. */
export type Camera = {
  eye: Vec;
  right: Vec;
  up: Vec;
  ahead: Vec;
  centreX: number;
  centreY: number;
  /** Pixels to the metre at one metre's distance. */
  focal: number;
};

const nearest = 0.04;

export function cameraOf({ eye, target, angle }: Viewpoint, width: number, height: number): Camera {
  const ahead = unit(subtract(target, eye));
  const right = unit(cross(ahead, [0, 1, 0]));
  const focal = Math.max(width, height) / 2 / Math.tan((angle * Math.PI) / 360);
  return { eye, right, up: cross(right, ahead), ahead, centreX: width / 2, centreY: height / 2, focal };
}

/** A face as the camera sees it, on a plane with `rows` rows to a pixel; null when it does not. */
export function seen(camera: Camera, { corners, normal, card }: Face, face: number, rows: number): Patch | null {
  const [corner] = corners;
  if (!corner) return null;
  const facing = dot(normal, subtract(corner, camera.eye));
  if (Math.abs(facing) < 1e-6 || (facing > 0 && !card)) return null;
  const points = inFront(corners.map((point) => turned(camera, subtract(point, camera.eye))));
  if (points.length < 3) return null;
  const { focal, centreX, centreY } = camera;
  // One over the depth: the plane n·p = facing, met by the ray through (x, y).
  const [x, y, z] = turned(camera, times(normal, 1 / facing));
  return {
    face,
    xs: points.map((point) => centreX + (focal * point[0]) / point[2]),
    ys: points.map((point) => rows * (centreY - (focal * point[1]) / point[2])),
    slopeX: x / focal,
    slopeY: -y / focal / rows,
    level: z - (x * centreX) / focal + (y * centreY) / focal,
  };
}

const turned = ({ right, up, ahead }: Camera, a: Vec): Vec => [dot(a, right), dot(a, up), dot(a, ahead)];

/** The part of an outline that lies before the lens. */
function inFront(points: readonly Vec[]): Vec[] {
  return points.flatMap((point, index) => {
    const before = points.at(index - 1) ?? point;
    const crosses = before[2] < nearest !== point[2] < nearest;
    const share = (nearest - before[2]) / (point[2] - before[2]);
    const edge: Vec[] = crosses
      ? [[before[0] + (point[0] - before[0]) * share, before[1] + (point[1] - before[1]) * share, nearest]]
      : [];
    return point[2] < nearest ? edge : [...edge, point];
  });
}
