import type { Ink } from '@/prisma/seed/pictures/colour';
import type { Vec } from '@/prisma/seed/pictures/vector';

/** What a surface looks like in plain white light, at a place on it in metres. `luck` is 0 to 1, one number per solid. */
export type Paint = (u: number, v: number, luck: number, ink: Ink) => void;

export type Material = {
  paint: Paint;
  /** How much of the sky it mirrors when seen from straight ahead, 0 to 1; at a flat angle it is more. */
  gloss?: number;
  /** Light of its own, times its colour. */
  glow?: number;
  /** Light comes through: leaves, film. */
  thin?: true;
};

/** A flat convex piece of surface. */
export type Face = {
  corners: readonly Vec[];
  normal: Vec;
  /** Where the paint's (0, 0) is, and the directions in which it runs. */
  origin: Vec;
  across: Vec;
  down: Vec;
  material: Material;
  luck: number;
  /** A card is seen from both sides, the skin of a solid from outside. */
  card: boolean;
};
