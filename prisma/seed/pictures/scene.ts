import type { Viewpoint } from '@/prisma/seed/pictures/camera';
import type { Colour } from '@/prisma/seed/pictures/colour';
import type { Daylight } from '@/prisma/seed/pictures/daylight';
import type { Face } from '@/prisma/seed/pictures/face';
import type { Bounds } from '@/prisma/seed/pictures/shadow';
import type { Vec } from '@/prisma/seed/pictures/vector';

/** A lamp that shines in all directions, in an interior. */
export type Lamp = { at: Vec; light: Colour };

/** Everything that a photo is taken of, and how. */
export type Scene = {
  faces: Face[];
  from: Viewpoint;
  light: Daylight;
  /** Where shadows matter. */
  bounds: Bounds;
  lamps?: Lamp[];
  /** Light that has been thrown back and forth so often that it is everywhere; the more, the closer the walls. */
  fill?: Colour;
  /** Light that the sunlit ground throws back from below. */
  bounce?: Colour;
  exposure?: number;
  /** What is sharp, in metres from the camera, and how soon all else is not (0: everything is). */
  focus?: { distance: number; blur: number };
};
