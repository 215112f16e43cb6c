import { backdropOf } from '@/prisma/seed/pictures/backdrop';
import type { Camera } from '@/prisma/seed/pictures/camera';
import type { Colour, Ink } from '@/prisma/seed/pictures/colour';
import { mirrorOf, polished } from '@/prisma/seed/pictures/mirror';
import { grainAt } from '@/prisma/seed/pictures/noise';
import { opennessOf } from '@/prisma/seed/pictures/openness';
import type { Plane } from '@/prisma/seed/pictures/raster';
import type { Lamp, Scene } from '@/prisma/seed/pictures/scene';
import { reaches, type Shadow, shadowFrom } from '@/prisma/seed/pictures/shadow';
import { surfaceOf } from '@/prisma/seed/pictures/surface';
import type { Vec } from '@/prisma/seed/pictures/vector';

/** Puts the light that comes from a face (0: the sky) through a pixel on the ink, and says how far it came, in metres. */
export type Shade = (face: number, x: number, y: number, ink: Ink) => number;

const mapSize = 1536;
/** Half the width of a shadow's soft edge, in metres. */
const softness = 0.012;
const farAway = 5000;
const black: Colour = [0, 0, 0];

export async function illuminate(scene: Scene, camera: Camera, plane: Plane): Promise<Shade> {
  const { light, fill = black, bounce = black, lamps = [] } = scene;
  const surfaces = scene.faces.map((face) => surfaceOf(face, camera));
  const shadow = shadowFrom(scene.faces, light.towardsSun, scene.bounds, mapSize);
  const openness = await opennessOf(scene, surfaces, plane);
  const backdrop = backdropOf(light, camera);
  const mirror = mirrorOf(scene);
  const [sunX, sunY, sunZ] = light.towardsSun;
  const { sun, sky, horizon, haze } = light;
  const { eye } = camera;
  return (face, x, y, ink) => {
    const surface = surfaces[face - 1];
    if (!surface) {
      backdrop(x, y, ink);
      return farAway;
    }
    const { material, normal } = surface;
    const place = surface.placeOf(x, y);
    surface.paintAt(place, ink);
    const open = openness(face, x, y);
    const slope = normal[0] * sunX + normal[1] * sunY + normal[2] * sunZ;
    const direct = slope > 0 ? slope : material.thin ? -slope * 0.55 : 0;
    const sunny = direct > 0 ? direct * sunlit(shadow, normal, slope, place, x, y) : 0;
    const below = (0.5 - 0.5 * normal[1]) * (0.25 + open);
    const everywhere = 0.55 + 0.45 * open;
    const { gloss = 0, glow = 0 } = material;
    const lamp = lamps.length > 0 ? lampLight(lamps, place, normal) : black;
    ink[0] *= sun[0] * sunny + sky[0] * open + bounce[0] * below + fill[0] * everywhere + lamp[0] + glow;
    ink[1] *= sun[1] * sunny + sky[1] * open + bounce[1] * below + fill[1] * everywhere + lamp[1] + glow;
    ink[2] *= sun[2] * sunny + sky[2] * open + bounce[2] * below + fill[2] * everywhere + lamp[2] + glow;
    if (gloss > polished) mirror(gloss, normal, place, open, sunny, ink);
    const distance = Math.sqrt((place[0] - eye[0]) ** 2 + (place[1] - eye[1]) ** 2 + (place[2] - eye[2]) ** 2);
    const air = 1 - Math.exp(-distance / haze);
    ink[0] += (horizon[0] * 0.8 - ink[0]) * air;
    ink[1] += (horizon[1] * 0.8 - ink[1]) * air;
    ink[2] += (horizon[2] * 0.8 - ink[2]) * air;
    return distance;
  };
}

/** The share of the sun that reaches a place, from four looks at its shadow, turned from pixel to pixel. */
function sunlit(shadow: Shadow, normal: Vec, slope: number, place: Vec, column: number, row: number): number {
  const slack = 1.3 / shadow.scale;
  // A thin face in the sun from behind would else lie in its own shadow.
  const aside = slope > 0 ? slack : -slack;
  const spin = grainAt(Math.floor(column), Math.floor(row)) * Math.PI;
  const reach = softness * shadow.scale + 0.6;
  const a = Math.cos(spin) * reach;
  const b = Math.sin(spin) * reach;
  const x = place[0] + normal[0] * aside;
  const y = place[1] + normal[1] * aside;
  const z = place[2] + normal[2] * aside;
  return (
    (reaches(shadow, x, y, z, slack, a, b) +
      reaches(shadow, x, y, z, slack, -b, a) +
      reaches(shadow, x, y, z, slack, -a * 0.5, -b * 0.5) +
      reaches(shadow, x, y, z, slack, b * 0.6, -a * 0.6)) /
    4
  );
}

const lit: Ink = [0, 0, 0];

/** The light of all lamps at a place. The same ink each time. */
function lampLight(lamps: readonly Lamp[], place: Vec, normal: Vec): Colour {
  lit.fill(0);
  for (const { at, light } of lamps) {
    const x = at[0] - place[0];
    const y = at[1] - place[1];
    const z = at[2] - place[2];
    const square = x * x + y * y + z * z;
    const facing = Math.max(0, x * normal[0] + y * normal[1] + z * normal[2]) / Math.sqrt(square);
    const strength = (0.25 + 0.75 * facing) / (0.15 + square);
    lit[0] += light[0] * strength;
    lit[1] += light[1] * strength;
    lit[2] += light[2] * strength;
  }
  return lit;
}
