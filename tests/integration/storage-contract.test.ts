import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { diskStore } from '@/lib/storage/disk';
import type { FileStore } from '@/lib/storage/file-store';
import { s3Store } from '@/lib/storage/s3';
import { uploadThingStore } from '@/lib/storage/uploadthing';
import type { StandIn } from '@/tests/support/stand-ins/http';
import { startS3 } from '@/tests/support/stand-ins/s3';
import { startUploadThing } from '@/tests/support/stand-ins/uploadthing';

const folder = await mkdtemp(join(tmpdir(), 'oriel-contract-'));
const s3 = await startS3();
const uploadThing = await startUploadThing();
afterAll(async () => {
  uploadThing.restore();
  await Promise.all([s3.standIn.close(), uploadThing.standIn.close(), rm(folder, { recursive: true, force: true })]);
});

type Trial = { store: FileStore; breakDown: () => Promise<void>; mend: () => Promise<void>; sending: () => number };

const outside = (store: FileStore, standIn: StandIn): Trial => ({
  store,
  breakDown: async () => {
    standIn.mood = 'down';
  },
  mend: async () => {
    standIn.mood = 'well';
  },
  sending: standIn.sending,
});

const disk: Trial = {
  store: diskStore(join(folder, 'files')),
  // A file in place of the folder makes every access fail.
  breakDown: async () => {
    await rename(join(folder, 'files'), join(folder, 'aside'));
    await writeFile(join(folder, 'files'), '');
  },
  mend: async () => {
    await rm(join(folder, 'files'));
    await rename(join(folder, 'aside'), join(folder, 'files'));
  },
  sending: () => openFiles(join(folder, 'files')),
};

/** The number of files below a folder that this process holds open (Linux only). */
function openFiles(below: string): number {
  if (!existsSync('/proc/self/fd')) return 0;
  return readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(below);
    } catch {
      return false; // closed meanwhile
    }
  }).length;
}

const trials: Record<string, Trial> = {
  disk,
  s3: outside(s3Store(s3.settings), s3.standIn),
  uploadthing: outside(uploadThingStore(uploadThing.token), uploadThing.standIn),
};

// UploadThing's SDK logs deprecation warnings about fields that it reads itself.
vi.spyOn(console, 'warn').mockReturnValue();

const newKey = () => randomBytes(16).toString('hex');

async function sourceOf(bytes: Uint8Array) {
  const path = join(folder, newKey());
  await writeFile(path, bytes);
  return { path, byteSize: bytes.length, contentType: 'application/pdf' };
}

const read = async (stream: ReadableStream<Uint8Array>) => Buffer.from(await new Response(stream).arrayBuffer());

describe.each(Object.entries(trials))('the %s driver', (_, { store, breakDown, mend, sending }) => {
  const bytes = randomBytes(3_000_000);

  it('gives back what it was given, to any number of readers', async () => {
    const key = newKey();
    await store.put(key, await sourceOf(bytes));
    const readings = await Promise.all([1, 2, 3].map(async () => read(await store.get(key))));
    expect(readings.every((reading) => reading.equals(bytes))).toBe(true);
  });

  it('gives any part of it, to the byte', async () => {
    const key = newKey();
    await store.put(key, await sourceOf(bytes));
    const parts = [
      [0, 0],
      [0, 99],
      [1_000_000, 2_000_000],
      [2_999_999, 2_999_999],
      [0, 2_999_999],
    ] as const;
    for (const [start, end] of parts)
      expect((await read(await store.get(key, { start, end }))).equals(bytes.subarray(start, end + 1))).toBe(true);
  });

  it('keeps many at once apart', async () => {
    const files = await Promise.all(
      Array.from({ length: 8 }, async (_, at) => ({ key: newKey(), source: await sourceOf(Buffer.alloc(10_000, at)) })),
    );
    await Promise.all(files.map(({ key, source }) => store.put(key, source)));
    const first = await Promise.all(files.map(async ({ key }) => (await read(await store.get(key)))[0]));
    expect(first).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('removes, and is quiet about what is not there', async () => {
    const key = newKey();
    await store.put(key, await sourceOf(bytes));
    await store.remove(key);
    await store.remove(key);
    await store.remove(newKey());
    await expect(store.get(key)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(store.get(newKey(), { start: 0, end: 9 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each(['ab/../../../secret', '../secret', '', 'A'.repeat(32), `${'a'.repeat(32)}.part`, 'a'.repeat(33)])(
    'refuses %j, which is no key',
    async (key) => {
      const source = await sourceOf(bytes);
      await expect(store.put(key, source)).rejects.toThrow('is not a storage key');
      await expect(store.get(key)).rejects.toThrow('is not a storage key');
      await expect(store.remove(key)).rejects.toThrow('is not a storage key');
    },
  );

  it('stops sending when nobody reads on', async () => {
    const key = newKey();
    await store.put(key, await sourceOf(randomBytes(20_000_000)));
    const reader = (await store.get(key)).getReader();
    await reader.read();
    await reader.cancel();
    for (let tries = 0; sending() > 0 && tries < 1_000; tries++) await pause(20);
    expect(sending()).toBe(0);
    expect((await read(await store.get(key))).length).toBe(20_000_000);
  });

  it('says UNAVAILABLE when it is down, and is well again afterwards', async () => {
    const key = newKey();
    const source = await sourceOf(bytes);
    await store.put(key, source);
    await breakDown();
    try {
      await expect(store.put(newKey(), source)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
      await expect(store.get(key)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
      await expect(store.remove(key)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    } finally {
      await mend();
    }
    expect((await read(await store.get(key))).equals(bytes)).toBe(true);
  });

  it('stores nothing of a file that cannot be read', async () => {
    const key = newKey();
    const missing = { path: join(folder, 'missing'), byteSize: 10, contentType: 'application/pdf' };
    await expect(store.put(key, missing)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expect(store.get(key)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await store.remove(key);
  });
});

describe.each([
  ['s3', s3.standIn],
  ['uploadthing', uploadThing.standIn],
] as const)('the %s driver and the world outside', (name, standIn) => {
  it('stores nothing when the connection breaks in the middle of a file', async () => {
    const { store } = trials[name] ?? disk;
    const key = newKey();
    const source = await sourceOf(randomBytes(5_000_000));
    standIn.mood = 'breaking';
    await expect(store.put(key, source)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    standIn.mood = 'well';
    expect(standIn.objects.has(key)).toBe(false);
    await expect(store.get(key)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('stores privately, and neither reads nor writes without a signature', async () => {
    const { store } = trials[name] ?? disk;
    const key = newKey();
    await store.put(key, await sourceOf(Buffer.from('secret')));
    expect(standIn.objects.get(key)).toMatchObject({ contentType: 'application/pdf' });
    expect(standIn.objects.get(key)?.acl ?? 'private').toBe('private');
    const path = name === 's3' ? `${s3.settings.bucket}/${key}` : `a/testapp/${key}`;
    const answer = await fetch(`http://localhost:${standIn.port}/${path}`);
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain('secret');
  });
});
