import type { Face } from '@/prisma/seed/pictures/face';
import { add, subtract, type Vec } from '@/prisma/seed/pictures/vector';

/** Things moved by some metres. */
export function moved(faces: readonly Face[], by: Vec): Face[] {
  return faces.map((face) => ({
    ...face,
    corners: face.corners.map((corner) => add(corner, by)),
    origin: add(face.origin, by),
  }));
}

/** Things turned by `degrees` about an axis through `pivot`: about x the far side goes up, about y the right side goes back. */
export function turned(faces: readonly Face[], axis: 'x' | 'y' | 'z', degrees: number, pivot: Vec = [0, 0, 0]): Face[] {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const turn = ([x, y, z]: Vec): Vec => {
    if (axis === 'x') return [x, y * cos - z * sin, y * sin + z * cos];
    if (axis === 'y') return [x * cos + z * sin, y, z * cos - x * sin];
    return [x * cos - y * sin, x * sin + y * cos, z];
  };
  const place = (at: Vec) => add(turn(subtract(at, pivot)), pivot);
  return faces.map((face) => ({
    ...face,
    corners: face.corners.map(place),
    origin: place(face.origin),
    normal: turn(face.normal),
    across: turn(face.across),
    down: turn(face.down),
  }));
}
