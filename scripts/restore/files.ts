import { createHash } from 'node:crypto';
import { AppError } from '@/lib/errors';
import { SetupError } from '@/lib/setup-error';
import { spoolMade } from '@/lib/storage/spool';
import { store } from '@/lib/storage/store';
import { checkedBytes, type OpenedArchive } from '@/scripts/restore/archive';
import type { ArchivedFile } from '@/scripts/restore/check';

/** Files that were put into the storage, and can be taken out again. */
export type PutFiles = { put: (file: ArchivedFile) => Promise<void>; takeBack: () => Promise<void> };

/**
 * Puts files of an archive into the storage of this installation. One that is there already with the same bytes, after a restore that was
 * killed, stays; with other bytes it is refused by a SetupError.
 */
export function filesInto(archive: OpenedArchive): PutFiles {
  const added: string[] = [];
  return {
    async put(file) {
      const { name, storageKey, contentType } = file;
      const there = await sumOf(storageKey);
      if (there === archive.sums.get(name)) return;
      if (there !== null) throw new SetupError(`The storage has another file under the key of ${JSON.stringify(name)}`);
      const spooled = await spoolMade(checkedBytes(archive, name), { fileName: storageKey, contentType });
      try {
        added.push(storageKey);
        await store().put(storageKey, spooled);
      } finally {
        await spooled.discard();
      }
    },
    async takeBack() {
      for (const key of added) await store().remove(key);
    },
  };
}

/** The SHA-256 of a stored object; null where there is none. */
async function sumOf(storageKey: string): Promise<string | null> {
  try {
    const hash = createHash('sha256');
    for await (const part of await store().get(storageKey)) hash.update(part);
    return hash.digest('hex');
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}
