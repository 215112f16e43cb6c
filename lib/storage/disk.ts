import { constants } from 'node:fs';
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { notFound } from '@/lib/errors';
import { storageDown, systemCode } from '@/lib/storage/failure';
import type { FileStore } from '@/lib/storage/file-store';
import { requireStorageKey } from '@/lib/storage/storage-key';
import { webStream } from '@/lib/storage/web-stream';

/** Files in a folder of this machine, which no web server serves. */
export function diskStore(folder: string): FileStore {
  // The first two digits of the key name one of 256 folders, to keep each small. A key is hexadecimal, so it holds no path.
  const pathOf = (key: string) => join(folder, key.slice(0, 2), key);
  const partOf = (key: string) => `${pathOf(key)}.part`;

  return {
    async put(key, { path }) {
      requireStorageKey(key);
      try {
        await mkdir(dirname(pathOf(key)), { recursive: true, mode: 0o700 });
        await copyFile(path, partOf(key), constants.COPYFILE_FICLONE);
        await flush(partOf(key));
        await rename(partOf(key), pathOf(key));
        await flush(dirname(pathOf(key)));
      } catch (error) {
        await rm(partOf(key), { force: true }).catch(() => undefined);
        throw storageDown(error);
      }
    },

    async get(key, range) {
      requireStorageKey(key);
      try {
        const file = await open(pathOf(key));
        return webStream(file.createReadStream({ ...range, highWaterMark: 256 * 1024 }));
      } catch (error) {
        throw systemCode(error) === 'ENOENT' ? notFound() : storageDown(error);
      }
    },

    async remove(key) {
      requireStorageKey(key);
      try {
        await rm(partOf(key), { force: true });
        await rm(pathOf(key), { force: true });
      } catch (error) {
        throw storageDown(error);
      }
    },
  };
}

/** Flushes the bytes to the disk: a `stored` row must not survive a power cut without its file. */
async function flush(path: string): Promise<void> {
  const handle = await open(path);
  try {
    await handle.sync();
  } catch (error) {
    // Windows can flush neither a folder nor a file that is open for reading.
    if (systemCode(error) !== 'EPERM') throw error;
  } finally {
    await handle.close();
  }
}
