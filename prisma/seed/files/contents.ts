import { readFile } from 'node:fs/promises';
import type { PaperOrder } from '@/prisma/seed/papers/order';
import { writePaper } from '@/prisma/seed/papers/paper';

/** Where the bytes of the demo's files come from. Tests that look at rows only put small ones in their place. */
export type Contents = {
  /** A version of a document as a PDF. */
  paper: (order: PaperOrder) => Promise<Uint8Array>;
  /** The picture of a photo, by the slug of its tenant and its key in the story. */
  picture: (slug: string, key: string) => Promise<Uint8Array>;
};

/** One folder for each tenant's slug, in it a WebP file for each photo. */
export const photosFolder = new URL('../photos/', import.meta.url);

export const demoContents: Contents = {
  paper: writePaper,
  picture: (slug, key) => readFile(new URL(`${slug}/${key}.webp`, photosFolder)),
};
