import { setTimeout as pause } from 'node:timers/promises';
import type { WriteDb } from '@/lib/db/handles';
import { log } from '@/lib/log';
import { storageDown } from '@/lib/storage/failure';
import { store } from '@/lib/storage/store';

/** A row of `stored_files` without a reference, and its object. */
export type Unkept = { id: string; storageKey: string };

type Transaction = <T>(work: (db: WriteDb) => Promise<T>) => Promise<T>;

/** Milliseconds after which a removal counts as failed. One that ends later does no harm: the sweep removes again. */
const patience = 5_000;

/**
 * Removes the object of a `pending` row, and then the row. No transaction is open while the storage works. An upload cannot
 * finish meanwhile: it ends before the sweep begins (`mostUploadMinutes`). Where the storage fails, the row stays and the sweep
 * tries again. Returns false on failure, and for a row that a record refers to.
 */
export async function undo(transaction: Transaction, { id, storageKey }: Unkept): Promise<boolean> {
  const where = { id, status: 'pending' } as const;
  try {
    if (!(await transaction((db) => wouldRemove(db, where)))) return false;
    await removed(storageKey);
    const { count } = await transaction((db) => db.storedFile.deleteMany({ where }));
    return count > 0;
  } catch (error) {
    if (!isReferredTo(error)) log().error({ file: id, err: error }, 'storage: a file could not be removed');
    return false;
  }
}

/** Whether the row is there and no record refers to it, proven by its foreign keys: deletes the row and takes it back. */
async function wouldRemove(db: WriteDb, where: { id: string; status: 'pending' }): Promise<boolean> {
  await db.$executeRaw`savepoint before_removal`;
  const { count } = await db.storedFile.deleteMany({ where });
  await db.$executeRaw`rollback to savepoint before_removal`;
  return count > 0;
}

async function removed(storageKey: string): Promise<void> {
  const limit = new AbortController();
  const tooLate = pause(patience, undefined, { signal: limit.signal }).then(() => {
    throw storageDown(new Error(`the storage did not remove a file within ${patience} ms`));
  });
  try {
    await Promise.race([store().remove(storageKey), tooLate]);
  } finally {
    limit.abort();
  }
}

/** Whether a foreign key kept the row, because a record refers to the file. */
function isReferredTo(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2003';
}
