import type { Variant } from '@/lib/gallery/schemas';
import { type Decoded, type Picture, readPicture } from '@/lib/storage/image';
import type { Lane } from '@/lib/waiting-line';

/** The renditions of a photo. Longest side in pixels: a thumbnail is sharp on half a phone's screen, a large one on a desktop's. */
const renditions = [
  { variant: 'thumbnail', format: 'jpeg', longest: 640, quality: 74 },
  { variant: 'thumbnail-webp', format: 'webp', longest: 640, quality: 70 },
  { variant: 'large', format: 'jpeg', longest: 2048, quality: 82 },
  { variant: 'large-webp', format: 'webp', longest: 2048, quality: 78 },
] as const satisfies { variant: Variant; [setting: string]: unknown }[];

/**
 * A photo ready to be stored; width and height are those of the large rendition, upright. The upload itself is not stored,
 * because its metadata may hold the location; of its EXIF block only the time is.
 */
export type RenderedPhoto = Omit<Decoded, 'pictures'> & { renditions: (Picture & { variant: Variant })[] };

/** Renders the photo in the file. Throws VALIDATION on `photo` for a file that is no picture, UNAVAILABLE when too busy. */
export async function renderPhoto(path: string, lane: Lane): Promise<RenderedPhoto> {
  const encodings = renditions.map(({ variant, ...encoding }) => encoding);
  const { pictures, ...facts } = await readPicture(path, { field: 'photo', longest: 2048, lane, encodings });
  const named = pictures.flatMap((picture, at) => {
    const variant = renditions[at]?.variant;
    return variant ? [{ ...picture, variant }] : [];
  });
  return { ...facts, renditions: named };
}
