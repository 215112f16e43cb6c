import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openStore } from '@/lib/storage/store';
import type { StorageSettings } from '@/lib/storage-settings';
import { uuid7 } from '@/prisma/seed/ids';

/** A file that lies in the storage, for a row of `stored_files`. */
export type KeptFile = {
  id: string;
  storageKey: string;
  fileName: string;
  contentType: string;
  byteSize: number;
  sha256: Uint8Array<ArrayBuffer>;
};

/** What the seed puts into the storage, before there is a row that speaks of it. */
export type Shelf = {
  keep: (bytes: Uint8Array, fileName: string, contentType: string) => Promise<KeptFile>;
  /** Lends the bytes as a file on this machine's disk while `work` lasts. */
  asFile: <T>(bytes: Uint8Array, work: (path: string) => Promise<T>) => Promise<T>;
  /** Removes everything again, when the rows could not be written. */
  clear: () => Promise<void>;
};

/** A shelf in the storage of these settings. (lib/storage/keep.ts wants somebody signed in, which nobody in a seed is.) */
export function shelfIn(settings: StorageSettings): Shelf {
  const store = openStore(settings);
  const keys: string[] = [];
  const asFile: Shelf['asFile'] = async (bytes, work) => {
    await mkdir(settings.spoolFolder, { recursive: true, mode: 0o700 });
    const path = join(settings.spoolFolder, randomUUID());
    try {
      await writeFile(path, bytes, { flag: 'wx', mode: 0o600 });
      return await work(path);
    } finally {
      await rm(path, { force: true });
    }
  };
  return {
    asFile,
    keep: async (bytes, fileName, contentType) => {
      const storageKey = randomBytes(16).toString('hex');
      const byteSize = bytes.byteLength;
      keys.push(storageKey);
      await asFile(bytes, (path) => store.put(storageKey, { path, byteSize, contentType }));
      const sha256 = Uint8Array.from(createHash('sha256').update(bytes).digest());
      return { id: uuid7(), storageKey, fileName, contentType, byteSize, sha256 };
    },
    clear: async () => {
      for (const key of keys.splice(0)) await store.remove(key);
    },
  };
}
