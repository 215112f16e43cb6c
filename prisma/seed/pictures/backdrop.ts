import type { Camera } from '@/prisma/seed/pictures/camera';
import type { Ink } from '@/prisma/seed/pictures/colour';
import { type Daylight, skyAt } from '@/prisma/seed/pictures/daylight';
import { add, times, unit } from '@/prisma/seed/pictures/vector';

/** The sky behind everything, through a pixel. */
export type Backdrop = (x: number, y: number, ink: Ink) => void;

/** Pixels between two looks at the sky: it is soft enough to fill in what lies between. */
const step = 6;

export function backdropOf(light: Daylight, camera: Camera): Backdrop {
  const { right, up, ahead, centreX, centreY, focal } = camera;
  const width = Math.ceil((2 * centreX) / step) + 2;
  const height = Math.ceil((2 * centreY) / step) + 2;
  const looks = new Float32Array(width * height * 3);
  for (let index = 0; index < width * height; index++) {
    const across = ((index % width) * step - centreX) / focal;
    const rise = (centreY - Math.floor(index / width) * step) / focal;
    looks.set(skyAt(light, unit(add(ahead, add(times(right, across), times(up, rise))))), index * 3);
  }
  return (x, y, ink) => {
    const column = Math.floor(x / step);
    const row = Math.floor(y / step);
    const east = x / step - column;
    const south = y / step - row;
    const index = (row * width + column) * 3;
    const below = index + width * 3;
    for (let part = 0; part < 3; part++) {
      const upper = (looks[index + part] as number) * (1 - east) + (looks[index + part + 3] as number) * east;
      const lower = (looks[below + part] as number) * (1 - east) + (looks[below + part + 3] as number) * east;
      ink[part as 0] = upper * (1 - south) + lower * south;
    }
  };
}
