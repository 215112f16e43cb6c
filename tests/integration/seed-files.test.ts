import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import exifr from 'exifr';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { launchEnv } from '@/lib/env';
import { renderPhoto } from '@/lib/gallery/renditions/files';
import { openStore } from '@/lib/storage/store';
import { clockOf } from '@/prisma/seed/clock';
import { uploadsOf } from '@/prisma/seed/document-data';
import { demoContents } from '@/prisma/seed/files/contents';
import { uploadedPhoto } from '@/prisma/seed/files/make-photo';
import { demoStories } from '@/prisma/seed/index';
import { rowOf } from '@/prisma/seed/row-of';
import { testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { seedDemo } from '@/tests/support/processes/demo';

const { owner, appUrl } = await testDatabase();
const { folder, stored, spooled } = await testStorage();
const now = new Date('2026-10-14T09:00:00Z');

const orders = demoStories.flatMap((story) => {
  const clock = clockOf(story.tenant.timeZone, now);
  return story.documents.flatMap((document) =>
    uploadsOf(document).map((_, index) => ({ story, clock, document, version: index + 1 })),
  );
});
const photoOrders = demoStories.flatMap((story) => {
  const clock = clockOf(story.tenant.timeZone, now);
  return story.photoUploads.flatMap((upload) =>
    Object.entries(upload.photos).map(([key, photo]) => ({ story, clock, upload, key, photo })),
  );
});
const pictures = demoStories.flatMap(({ tickets }) => tickets.flatMap((ticket) => ticket.pictures ?? []));
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('the files of the demo', () => {
  test('lie in the storage exactly as their rows say, and nothing else does', async () => {
    expect(await seedDemo(appUrl, { folder, now })).toBe(true);
    const { rows } = await owner.query('select storage_key, byte_size, sha256, status from stored_files');
    const store = openStore(launchEnv({ ORIEL_DATA_DIR: folder }).storage);
    for (const row of rows) {
      const bytes = new Uint8Array(await new Response(await store.get(row.storage_key)).arrayBuffer());
      expect(bytes.byteLength).toBe(Number(row.byte_size));
      expect(digest(bytes)).toBe(row.sha256.toString('hex'));
      expect(row.status).toBe('stored');
    }
    expect(rows).toHaveLength(orders.length + 4 * photoOrders.length + pictures.length);
    expect(await stored()).toHaveLength(rows.length);
    expect(await spooled()).toEqual([]);
  });
});

describe('the documents of the demo', async () => {
  const papers = await Promise.all(
    orders.map(async (order) => ({ ...order, bytes: Buffer.from(await demoContents.paper(order)) })),
  );

  test('are PDFs with a title, pages and typefaces of their own', () => {
    for (const { document, bytes } of papers) {
      const text = bytes.toString('latin1');
      expect(text.startsWith('%PDF-1.')).toBe(true);
      expect(text.trimEnd().endsWith('%%EOF')).toBe(true);
      expect(bytes.includes(titleOf(document.title)), document.title).toBe(true);
      const [, pages] = /\/Type \/Pages[^>]*?\/Count (\d+)|\/Count (\d+)[^>]*?\/Type \/Pages/.exec(text) ?? [];
      expect(text.match(/\/Type \/Page\b/g)?.length, document.title).toBe(Number(pages ?? 0) || expect.any(Number));
      expect(text.match(/\/FontFile2/g)?.length).toBeGreaterThanOrEqual(3);
      expect(bytes.byteLength).toBeGreaterThan(8_000);
    }
  });

  test('are all different, versions of one document too', () => {
    expect(papers.length).toBeGreaterThan(30);
    expect(papers.filter(({ version }) => version > 1).length).toBeGreaterThanOrEqual(6);
    expect(new Set(papers.map(({ bytes }) => digest(bytes))).size).toBe(papers.length);
  });

  test('are the same again when they are made again', async () => {
    const [first] = papers;
    if (!first) throw new Error('There are documents');
    expect(digest(await demoContents.paper(first))).toBe(digest(first.bytes));
  });
});

/** The bytes of a title in a PDF: a Latin-1 literal for ASCII titles, else UTF-16BE with a byte order mark. */
function titleOf(title: string): Buffer {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that pdfkit writes as they are
  if (/^[\x00-\x7f]*$/.test(title)) return Buffer.from(`(${title})`, 'latin1');
  return Buffer.from(`\ufeff${title}`, 'utf16le').swap16();
}

describe('the photos of the demo', () => {
  test('each show something of their own', async () => {
    expect(photoOrders).toHaveLength(40);
    const uploads = await Promise.all(photoOrders.map((order) => uploadedPhoto(order, demoContents)));
    const pixels = await Promise.all(
      uploads.map((bytes) => sharp(bytes).resize(64, 64, { fit: 'fill' }).raw().toBuffer()),
    );
    expect(new Set(pixels.map(digest)).size).toBe(40);
  });

  test.each(photoOrders.map((order) => [order.key, order] as const))('%s', async (_, order) => {
    const taken = Buffer.from(await uploadedPhoto(order, demoContents));
    const { width, height, format } = await sharp(taken).metadata();
    expect({ format, longest: Math.max(width, height) }).toEqual({ format: 'jpeg', longest: 1344 });
    expect(Math.max(...(await sharp(taken).stats()).channels.map(({ stdev }) => stdev))).toBeGreaterThan(20);

    const exif = await exifr.parse(taken, { reviveValues: false, gps: true, exif: true });
    const { latitude, longitude } = rowOf(order.story.projects, order.upload.project, 'project').location;
    expect(exif.latitude).toBeCloseTo(latitude, 2);
    expect(exif.longitude).toBeCloseTo(longitude, 2);
    expect(exif.DateTimeOriginal).toContain(` ${order.photo.taken.slice(11)}:00`);
    expect(exif.Make).toBeTruthy();
    expect(exif.Model).toBeTruthy();
  });

  // Every fifth photo only: the upload pipeline takes half a second for each and treats all alike.
  const some = photoOrders.filter((_, index) => index % 5 === 0);

  test.each(some.map((order) => [order.key, order] as const))('%s: served without metadata', async (_, order) => {
    const taken = Buffer.from(await uploadedPhoto(order, demoContents));
    const { Model: model } = await exifr.parse(taken);
    const path = join(await mkdtemp(join(folder, 'photo-')), 'taken.jpg');
    await writeFile(path, taken);
    const { renditions } = await renderPhoto(path, 'operator');
    expect(renditions).toHaveLength(4);
    for (const { bytes } of renditions) {
      expect((await sharp(bytes).metadata()).exif).toBeUndefined();
      expect(Buffer.from(bytes).includes(model)).toBe(false);
    }
  });
});
