import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { zipEntries } from '@/lib/storage/zip-entries';
import { officeFile, zip } from '@/tests/support/files/hostile-files';

const folder = await mkdtemp(path.join(tmpdir(), 'oriel-zip-'));
afterAll(() => rm(folder, { recursive: true }));

let files = 0;
async function namesIn(bytes: Buffer): Promise<string[] | null> {
  files += 1;
  const place = path.join(folder, String(files));
  await writeFile(place, bytes);
  const file = await open(place);
  try {
    const entries = await zipEntries(file, bytes.length);
    return entries?.flatMap(({ names }) => names) ?? null;
  } finally {
    await file.close();
    await rm(place);
  }
}

const end = (archive: Buffer) => archive.length - 22;

/** Overwrites the number of entries in the end record; the directory size stays as it is. */
function counting(archive: Buffer, entries: number): Buffer {
  archive.writeUInt16LE(entries, end(archive) + 8);
  archive.writeUInt16LE(entries, end(archive) + 10);
  return archive;
}

describe('the names of an archive', () => {
  it('are those of its entries, with slashes and from the top', async () => {
    const names = ['a.txt', './b/c.txt', '.\\d\\e.txt', '/f', 'ä.txt'];
    const archive = zip(names.map((name) => ({ name, bytes: Buffer.from('x') })));
    const found = ['a.txt', 'b/c.txt', 'd/e.txt', 'f', 'ä.txt'];
    // Without the UTF-8 flag the last name has two readings, and both are returned.
    expect((await namesIn(archive))?.filter((name) => found.includes(name))).toEqual(found);
  });

  it('are unknown where the number of entries and the size of the directory disagree', async () => {
    const parts = ['word/document.xml', 'word/vbaProject.bin'];
    expect(await namesIn(officeFile(...parts))).toHaveLength(3);
    for (const count of [0, 1, 2, 4, 65_535]) expect(await namesIn(counting(officeFile(...parts), count))).toBeNull();
  });

  it('hold the name that a further field gives beside the entry’s own', async () => {
    const [own, other] = ['word/harmless.xml', 'word/vbaProject.bin'];
    const field = Buffer.alloc(9);
    field.writeUInt16LE(0x7075, 0);
    field.writeUInt16LE(5 + other.length, 2);
    field.writeUInt8(1, 4);
    field.writeUInt32LE(crc32(own), 5);
    const archive = zip([{ name: own, bytes: Buffer.from('x') }]);
    const extra = Buffer.concat([field, Buffer.from(other)]);
    archive.writeUInt16LE(extra.length, archive.indexOf('PK\u0001\u0002', 0, 'latin1') + 30);
    archive.writeUInt32LE(archive.readUInt32LE(end(archive) + 12) + extra.length, end(archive) + 12);
    const grown = Buffer.concat([archive.subarray(0, end(archive)), extra, archive.subarray(end(archive))]);
    expect(await namesIn(grown)).toEqual([own, other]);
  });

  it('are not read beyond ten thousand entries', async () => {
    const many = (count: number) =>
      zip(Array.from({ length: count }, (_, number) => ({ name: String(number), bytes: Buffer.alloc(0) })));
    expect(await namesIn(many(1_200))).toHaveLength(1_200);
    expect(await namesIn(many(10_001))).toBeNull();
  });

  it('are names or nothing, whatever bytes are changed or cut', async () => {
    const archive = officeFile('word/document.xml', 'word/media/image1.png');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(archive.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: archive.length }),
        fc.boolean(),
        async (changes, length, cut) => {
          const broken = Buffer.from(archive);
          for (const [at, value] of changes) broken[at] = value;
          const names = await namesIn(cut ? broken.subarray(0, length) : broken);
          expect(names === null || names.length >= 3).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
