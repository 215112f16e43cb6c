import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, expect, it, vi } from 'vitest';
import { openPromise } from 'yauzl';
import { openArchive } from '@/lib/exports/pack/archive';
import { testSecret } from '@/tests/support/database/global-setup';

// 64 MB, and beyond 4 GiB (ZIP64) by `npm run test:long`.
const bytes = Number(process.env.ORIEL_ARCHIVE_BYTES ?? 64 * 1024 * 1024);

const folder = await mkdtemp(join(tmpdir(), 'oriel-large-'));
vi.stubEnv('ORIEL_DATA_DIR', folder);
vi.stubEnv('ORIEL_SECRET', testSecret);
vi.stubEnv('ORIEL_APP_DATABASE_URL', 'postgresql://nobody@localhost:1/none');
afterAll(() => rm(folder, { recursive: true }));

const fileSize = 32 * 1024 * 1024;
const block = Buffer.alloc(256 * 1024, 'Oriel ');

function* file() {
  for (let left = fileSize; left > 0; left -= block.length) yield block;
}

it('an archive of any size takes no more memory than a small one, and opens', { timeout: 900_000 }, async () => {
  const count = Math.ceil(bytes / fileSize);
  const archive = openArchive({ fileName: 'large.zip', at: new Date() });
  await archive.add('first.bin', Readable.from(file()));
  const before = process.memoryUsage().rss;
  for (let at = 1; at < count; at++) await archive.add(`Büro/${at}.bin`, Readable.from(file()));
  const grown = process.memoryUsage().rss - before;
  const made = await archive.finish();
  expect(grown).toBeLessThan(120 * 1024 * 1024);
  expect(made.byteSize).toBeGreaterThan(bytes);

  const zip = await openPromise(made.path);
  const names: string[] = [];
  let last = 0;
  for await (const entry of zip.eachEntry()) {
    names.push(entry.fileName);
    if (entry.fileName === `Büro/${count - 1}.bin`)
      for await (const part of await zip.openReadStreamPromise(entry)) last += (part as Buffer).length;
  }
  expect([names.length, last]).toEqual([count + 1, fileSize]);
});
