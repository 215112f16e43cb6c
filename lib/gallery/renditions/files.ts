import type { Variant } from '@/lib/gallery/schemas';
import { encode, type Picture, placeholderOf, withPicture } from '@/lib/storage/image';

/** Longest side in pixels: a thumbnail is sharp on half a phone's screen, a large one on a desktop's. */
const longest = { thumbnail: 640, large: 2048 };
const quality = { thumbnail: { jpeg: 74, webp: 70 }, large: { jpeg: 82, webp: 78 } };

/** A photo ready to be stored. The upload itself is not stored, because its metadata may hold the location. */
export type RenderedPhoto = {
  /** Pixels of the large rendition, upright. */
  width: number;
  height: number;
  placeholder: string;
  /** The camera's EXIF block, of which only the time is stored. */
  exif: Uint8Array | null;
  renditions: (Picture & { variant: Variant })[];
};

/** Renders the photo in the file. Throws VALIDATION on `photo` for a file that is no picture, UNAVAILABLE when too busy. */
export function renderPhoto(path: string): Promise<RenderedPhoto> {
  return withPicture(path, { field: 'photo', longest: longest.large }, async (picture) => {
    const renditions: RenderedPhoto['renditions'] = [];
    for (const size of ['thumbnail', 'large'] as const)
      for (const format of ['jpeg', 'webp'] as const) {
        const variant = format === 'jpeg' ? size : (`${size}-webp` as const);
        const settings = { longest: longest[size], quality: quality[size][format] };
        renditions.push({ variant, ...(await encode(picture, format, settings)) });
      }
    const { width, height, exif } = picture;
    return { width, height, exif, placeholder: await placeholderOf(picture), renditions };
  });
}
