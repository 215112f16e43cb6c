import { type Colour, hex, lay } from '@/prisma/seed/pictures/colour';
import type { Material, Paint } from '@/prisma/seed/pictures/face';
import { cloudAt, grainAt } from '@/prisma/seed/pictures/noise';

/** Sawn or planed wood with its grain along the paint's direction. */
export function wood(text: string, { contrast = 0.5, gloss = 0.02 } = {}): Material {
  const colour = hex(text);
  return {
    gloss,
    paint: (u, v, luck, ink) => {
      const year = cloudAt(u * 0.11 + luck * 7.3, v * 2.6 + luck * 3.1);
      const fibre = cloudAt(u * 0.4 + luck * 5.1, v * 17 + luck);
      lay(ink, colour, (0.82 + 0.32 * luck) * (1 + contrast * ((year - 0.5) * 1.1 + (fibre - 0.5) * 0.7)));
      ink[2] *= 0.94 + 0.12 * year;
    },
  };
}

/** Concrete, plaster, stone, soil: stained, uneven, rough. */
export function mineral(text: string, { contrast = 0.5, size = 1, rough = 0.35, gloss = 0.02 } = {}): Material {
  const colour = hex(text);
  return {
    gloss,
    paint: (u, v, luck, ink) => {
      const stain = cloudAt((u * 0.13) / size + luck * 0.7, (v * 0.13) / size);
      const pit = cloudAt((u * 1.1) / size, (v * 1.1) / size + luck);
      const lit = pit - cloudAt((u * 1.1) / size + 0.006, (v * 1.1) / size + luck + 0.006);
      lay(ink, colour, 1 + contrast * (stain - 0.5) * 1.3 + rough * (pit - 0.5) + rough * lit * 5);
      ink[2] *= 0.9 + 0.2 * stain;
    },
  };
}

/** One colour all over, a little lighter or darker from thing to thing. */
export function plain(text: string, { gloss = 0.04, glow = 0, variety = 0.12 } = {}): Material {
  const colour = hex(text);
  return { gloss, glow, paint: (_u, _v, luck, ink) => lay(ink, colour, 1 - variety / 2 + variety * luck) };
}

/** A leaf or a blade: light shines through. */
export function leaf(text: string): Material {
  const colour = hex(text);
  return {
    thin: true,
    paint: (_u, _v, luck, ink) => {
      lay(ink, colour, 0.6 + 0.8 * luck);
      ink[0] *= 0.8 + 0.5 * ((luck * 7.7) % 1);
    },
  };
}

type Laid = {
  width: number;
  height: number;
  joint: number;
  jointColour: string;
  /** Share of a piece by which each next row is shifted. */
  bond?: number;
  variety?: number;
  gloss?: number;
};

/** Tiles, bricks, slabs, boards in rows, each painted by `piece` with its own luck and its own (0, 0). */
export function laid(
  piece: Paint,
  { width, height, joint, jointColour, bond = 0, variety = 0.2, gloss }: Laid,
): Material {
  const grout = hex(jointColour);
  return {
    gloss: gloss ?? 0.03,
    paint: (u, v, luck, ink) => {
      const row = Math.floor(v / height);
      const shifted = u + row * bond * width;
      const column = Math.floor(shifted / width);
      const [x, y] = [shifted - column * width, v - row * height];
      const edge = Math.min(x, y, width - x, height - y);
      if (edge < joint / 2) return lay(ink, grout, 0.85 + 0.3 * grainAt(u * 500, v * 500));
      const own = grainAt(column + 91, row * 7 + 13);
      piece(x, y, own, ink);
      const rim = edge < joint * 1.4 ? 0.9 : 1;
      const tone = rim * (1 - variety / 2 + variety * own) * (0.96 + 0.08 * luck);
      ink[0] *= tone;
      ink[1] *= tone;
      ink[2] *= tone;
    },
  };
}

/** Two paints, chosen by place. */
export function where(test: (u: number, v: number, luck: number) => boolean, inside: Paint, outside: Paint): Paint {
  return (u, v, luck, ink) => (test(u, v, luck) ? inside : outside)(u, v, luck, ink);
}

/** One colour, for use within patterns. */
export function flat(text: string): Paint {
  const colour: Colour = hex(text);
  return (_u, _v, _luck, ink) => lay(ink, colour, 1);
}
