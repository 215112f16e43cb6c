import type { Camera } from '@/prisma/seed/pictures/camera';
import type { Ink } from '@/prisma/seed/pictures/colour';
import type { Face, Material } from '@/prisma/seed/pictures/face';
import { dot, subtract, times, type Vec } from '@/prisma/seed/pictures/vector';

/** A face with what a pixel needs to know of it. */
export type Surface = {
  material: Material;
  /** Of length 1, towards the camera. */
  normal: Vec;
  /** The place on the face that a pixel of the picture shows. The same array each time. */
  placeOf: (x: number, y: number) => Vec;
  paintAt: (place: Vec, ink: Ink) => void;
};

export function surfaceOf(face: Face, camera: Camera): Surface {
  const { eye, right, up, ahead, centreX, centreY, focal } = camera;
  const [corner = eye] = face.corners;
  const facing = dot(face.normal, subtract(corner, eye));
  const normal = facing > 0 ? times(face.normal, -1) : face.normal;
  const place: [number, number, number] = [0, 0, 0];
  const placeOf = (x: number, y: number): Vec => {
    const across = (x - centreX) / focal;
    const rise = (centreY - y) / focal;
    const dx = ahead[0] + across * right[0] + rise * up[0];
    const dy = ahead[1] + across * right[1] + rise * up[1];
    const dz = ahead[2] + across * right[2] + rise * up[2];
    // At the rim of a face seen edge-on the pixel's middle may miss its plane: then it shows something far away.
    const share = facing / (face.normal[0] * dx + face.normal[1] * dy + face.normal[2] * dz);
    const depth = share > 0 && share < 5000 ? share : 5000;
    place[0] = eye[0] + depth * dx;
    place[1] = eye[1] + depth * dy;
    place[2] = eye[2] + depth * dz;
    return place;
  };
  const { origin, across, down } = face;
  const [u0, v0] = [dot(origin, across), dot(origin, down)];
  const { material, luck } = face;
  const paintAt = (at: Vec, ink: Ink) => {
    const u = at[0] * across[0] + at[1] * across[1] + at[2] * across[2] - u0;
    const v = at[0] * down[0] + at[1] * down[1] + at[2] * down[2] - v0;
    material.paint(u, v, luck, ink);
  };
  return { material, normal, placeOf, paintAt };
}
