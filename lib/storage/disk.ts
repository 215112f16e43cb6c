import { constants } from 'node:fs';
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { notFound } from '@/lib/errors';
import { storageDown, systemCode } from '@/lib/storage/failure';
import type { FileStore } from '@/lib/storage/file-store';
import { webStream } from '@/lib/storage/web-stream';

/** Files in a folder of this machine, which no web server serves. */
export function diskStore(folder: string): FileStore {
  // Two letters of the key make a folder: 256 of them keep each small. Keys are ours and hexadecimal, so no path can hide in one.
  const pathOf = (key: string) => join(folder, key.slice(0, 2), key);
  const partOf = (key: string) => `${pathOf(key)}.part`;

  return {
    async put(key, { path }) {
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
      try {
        const file = await open(pathOf(key));
        return webStream(file.createReadStream({ ...range, highWaterMark: 256 * 1024 }));
      } catch (error) {
        throw systemCode(error) === 'ENOENT' ? notFound() : storageDown(error);
      }
    },

    async remove(key) {
      try {
        await rm(partOf(key), { force: true });
        await rm(pathOf(key), { force: true });
      } catch (error) {
        throw storageDown(error);
      }
    },
  };
}

/** Waits until the disk has the bytes: a row that is `stored` must not survive a power cut without its file. */
async function flush(path: string): Promise<void> {
  const handle = await open(path);
  try {
    await handle.sync();
  } catch (error) {
    // Windows cannot flush a folder, nor a file that is open for reading.
    if (systemCode(error) !== 'EPERM') throw error;
  } finally {
    await handle.close();
  }
}
