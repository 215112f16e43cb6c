import { readdir, readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { photosFolder } from '@/prisma/seed/files/contents';
import { demoStories } from '@/prisma/seed/index';

const entries = await readdir(photosFolder, { recursive: true, withFileTypes: true });
const paths = entries
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => `${parentPath.replace(/.*\/photos\/?/, '')}/${name}`)
  .sort();
const files = await Promise.all(
  paths.map(async (path) => ({ path, bytes: await readFile(new URL(path, photosFolder)) })),
);

describe('the photo files of the demo', () => {
  test('are each used by one photo of a story, and every photo has one', () => {
    const used = demoStories.flatMap(({ tenant, photoUploads }) =>
      photoUploads.flatMap(({ photos }) => Object.keys(photos).map((key) => `${tenant.slug}/${key}.webp`)),
    );
    expect(used.sort()).toEqual(paths);
  });

  test('take at most six megabytes together', () => {
    expect(files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)).toBeLessThanOrEqual(6_000_000);
  });

  test('are WebP of at most 1,600 pixels without metadata', async () => {
    for (const { path, bytes } of files) {
      const { format, width, height, exif, xmp, iptc } = await sharp(bytes).metadata();
      expect({ path, format, exif, xmp, iptc }).toEqual({ path, format: 'webp' });
      expect(Math.max(width, height), path).toBeLessThanOrEqual(1600);
      expect(Math.min(width, height), path).toBeGreaterThan(800);
    }
  });
});
