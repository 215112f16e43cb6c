import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { invalid } from '@/lib/errors';
import { keptOfJpeg } from '@/lib/storage/jpeg-parts';
import type { Part } from '@/lib/storage/kept-parts';
import { keptOfPng, keptOfWebp } from '@/lib/storage/png-webp-parts';
import { type SpooledFile, spoolMade } from '@/lib/storage/spool';

/** What is kept of a picture's file; null where it cannot be read. */
type PartsOf = (file: FileHandle, byteSize: number) => Promise<Part[] | null>;

const partsOf: Record<string, PartsOf> = { 'image/jpeg': keptOfJpeg, 'image/png': keptOfPng, 'image/webp': keptOfWebp };

/**
 * The file without what its picture tells beside the pixels: place, camera, owner, comments, thumbnails, and whatever follows
 * its end. Pixels, colour profile and orientation stay, bit for bit. The file itself where it is no picture, or tells nothing.
 * Throws VALIDATION on `field` for a picture that cannot be read. The caller discards both files.
 */
export async function withoutMetadata(picture: SpooledFile, field: string): Promise<SpooledFile> {
  const read = partsOf[picture.contentType];
  if (!read) return picture;
  const { path, byteSize, fileName, contentType } = picture;
  const file = await open(path);
  const parts = await read(file, byteSize).finally(() => file.close());
  if (!parts) throw invalid({ [field]: { key: 'metadataStays', params: { name: fileName } } });
  const first = parts[0];
  if (parts.length === 1 && first && !Buffer.isBuffer(first) && first.end - first.start === byteSize) return picture;
  return spoolMade(bytesOf(path, parts), { fileName, contentType });
}

async function* bytesOf(path: string, parts: readonly Part[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    if (Buffer.isBuffer(part)) yield part;
    else if (part.end > part.start) yield* createReadStream(path, { start: part.start, end: part.end - 1 });
  }
}
