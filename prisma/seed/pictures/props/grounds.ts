import { hex, lay, tinted } from '@/prisma/seed/pictures/colour';
import type { Material } from '@/prisma/seed/pictures/face';
import { cloudAt, grainAt } from '@/prisma/seed/pictures/noise';
import { mineral } from '@/prisma/seed/pictures/paints';

/** Trodden soil of a building site: paler where it is dry. */
export const soil = patchy('#8E7355', '#B79C78', 0.6);

/** A meadow in summer: green in the hollows, straw on the rises. */
export const meadow = patchy('#66743F', '#A99B62', 1);

/** Concrete as poured and floated. */
export const concrete = mineral('#B3AEA4', { contrast: 0.28, rough: 0.2 });

/** A ground of two colours that change places every few metres, with the small shadows of its unevenness. */
export function patchy(dark: string, pale: string, size: number): Material {
  const [low, high] = [hex(dark), hex(pale)];
  return {
    paint: (u, v, _luck, ink) => {
      const wide = cloudAt((u * 0.021) / size, (v * 0.021) / size);
      const close = cloudAt((u * 0.23) / size + 0.3, (v * 0.23) / size);
      const share = Math.min(1, Math.max(0, (wide - 0.5) * 2.2 + (close - 0.5) * 1.1 + 0.5));
      const lump = close - cloudAt((u * 0.23) / size + 0.304, (v * 0.23) / size + 0.004);
      const crumb = cloudAt(u * 1.7, v * 1.7) - 0.5;
      const grain = grainAt(Math.floor(u * 90), Math.floor(v * 90)) - 0.5;
      lay(ink, tinted(low, high, share), 1 + lump * 6 + crumb * 0.4 + grain * 0.16);
    },
  };
}
