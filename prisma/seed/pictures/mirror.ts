import type { Ink } from '@/prisma/seed/pictures/colour';
import { type Daylight, skyAt } from '@/prisma/seed/pictures/daylight';
import type { Scene } from '@/prisma/seed/pictures/scene';
import { unit, type Vec } from '@/prisma/seed/pictures/vector';

/** From here on a face is polished enough to show what it mirrors. */
export const polished = 0.03;

/**
 * Adds to the ink what a face of that `gloss` mirrors of the sky and the sun: steep looks see little of it, flat ones much.
 * `open` and `sunny` say how much of both reaches the place.
 */
export type Mirror = (gloss: number, normal: Vec, place: Vec, open: number, sunny: number, ink: Ink) => void;

export function mirrorOf({ light, from: { eye } }: Scene): Mirror {
  const sky = skyTable(light);
  const { sun, horizon, towardsSun } = light;
  return (gloss, normal, place, open, sunny, ink) => {
    const x = place[0] - eye[0];
    const y = place[1] - eye[1];
    const z = place[2] - eye[2];
    const far = Math.sqrt(x * x + y * y + z * z);
    const steep = -(x * normal[0] + y * normal[1] + z * normal[2]) / far;
    const flat = 1 - Math.min(1, steep);
    const share = gloss + (1 - gloss) * flat * flat * flat * flat * flat * Math.min(1, gloss * 8);
    const backX = x / far + 2 * steep * normal[0];
    const backY = y / far + 2 * steep * normal[1];
    const backZ = z / far + 2 * steep * normal[2];
    const near = backX * towardsSun[0] + backY * towardsSun[1] + backZ * towardsSun[2];
    const glint = sunny > 0 && near > 0.9 ? share * 2 * near ** 140 : 0;
    const seen = backY > 0 ? indexOf(backX, backY, backZ) : -1;
    const bright = share * (seen < 0 ? 0.25 : 0.25 + 0.75 * Math.min(1, open * 1.3));
    for (let part = 0; part < 3; part++) {
      const index = part as 0;
      const colour = seen < 0 ? horizon[index] : (sky[seen + part] as number);
      ink[index] = ink[index] * (1 - share) + colour * bright + glint * sun[index];
    }
  };
}

const rows = 64;
const columns = 256;

/** The upper half of the sky, looked at once: a mirrored sky need not be sharp. */
function skyTable(light: Daylight): Float32Array {
  const table = new Float32Array(rows * columns * 3);
  for (let index = 0; index < rows * columns; index++) {
    const height = (Math.floor(index / columns) + 0.5) / rows;
    const turn = (((index % columns) + 0.5) / columns) * 2 * Math.PI - Math.PI;
    const flat = Math.sqrt(1 - height * height);
    table.set(skyAt(light, unit([Math.cos(turn) * flat, height, Math.sin(turn) * flat])), index * 3);
  }
  return table;
}

function indexOf(x: number, y: number, z: number): number {
  const row = Math.min(rows - 1, Math.floor(y * rows));
  const column = Math.min(columns - 1, Math.floor((Math.atan2(z, x) / (2 * Math.PI) + 0.5) * columns));
  return (row * columns + column) * 3;
}
