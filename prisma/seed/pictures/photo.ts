import { develop } from '@/prisma/seed/pictures/develop';
import { exifOf, type Shot } from '@/prisma/seed/pictures/exif';
import { render } from '@/prisma/seed/pictures/render';
import type { Scene } from '@/prisma/seed/pictures/scene';

/** Pixels of the longer side: what a phone hands over, and what is worked out of it; the rest is filled in. */
const delivered = 2400;
const workedOut = 1344;

/**
 * A photo of a scene as a JPEG with EXIF, as a phone would have taken it (three by two, its place and its time in it).
 * Takes about a second of one processor.
 */
export async function takePhoto(view: () => Scene, shot: Shot, portrait: boolean): Promise<Uint8Array> {
  const scene = view();
  const short = Math.round((workedOut * 2) / 3);
  const film = await (portrait ? render(scene, short, workedOut) : render(scene, workedOut, short));
  const print = await develop(film, scene);
  return print
    .resize({ width: delivered, height: delivered, fit: 'inside' })
    .withExif(exifOf(shot))
    .jpeg({ quality: 80 })
    .toBuffer();
}
