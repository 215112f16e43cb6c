import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openStore } from '@/lib/storage/store';
import type { StorageSettings } from '@/lib/storage-settings';
import { uuid7 } from '@/prisma/seed/uuid7';

/** A file in the storage: the columns of its future row in `stored_files`. */
export type StoredFile = {
  id: string;
  storageKey: string;
  fileName: string;
  contentType: string;
  byteSize: number;
  sha256: Uint8Array<ArrayBuffer>;
};

/** The storage as the seed uses it: files are stored before their rows are written. */
export type SeedStorage = {
  store: (bytes: Uint8Array, fileName: string, contentType: string) => Promise<StoredFile>;
  /** Writes the bytes to a temporary file on this machine for as long as `work` runs. */
  withTemporaryFile: <T>(bytes: Uint8Array, work: (path: string) => Promise<T>) => Promise<T>;
  /** Removes every stored file, for when the rows could not be written. */
  removeAll: () => Promise<void>;
};

/** Opens the storage of these settings. `keepFiles` (lib/storage/keep.ts) is no use here: it needs a signed-in person. */
export function openSeedStorage(settings: StorageSettings): SeedStorage {
  const fileStore = openStore(settings);
  const keys: string[] = [];
  const withTemporaryFile: SeedStorage['withTemporaryFile'] = async (bytes, work) => {
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
    withTemporaryFile,
    store: async (bytes, fileName, contentType) => {
      const storageKey = randomBytes(16).toString('hex');
      const byteSize = bytes.byteLength;
      keys.push(storageKey);
      await withTemporaryFile(bytes, (path) => fileStore.put(storageKey, { path, byteSize, contentType }));
      const sha256 = Uint8Array.from(createHash('sha256').update(bytes).digest());
      return { id: uuid7(), storageKey, fileName, contentType, byteSize, sha256 };
    },
    removeAll: async () => {
      for (const key of keys.splice(0)) await fileStore.remove(key);
    },
  };
}
