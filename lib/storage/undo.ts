import type { WriteDb } from '@/lib/db/handles';
import { log } from '@/lib/log';
import { store } from '@/lib/storage/store';

/** A row of `stored_files` without a reference, and its object. */
export type Unkept = { id: string; storageKey: string };

type Transaction = <T>(work: (db: WriteDb) => Promise<T>) => Promise<T>;

/**
 * Removes a `pending` row together with its object. No other transaction waits for storage: here the row's lock keeps an
 * upload from finishing meanwhile, and a failing storage rolls the removal of the row back, so that neither is left without
 * the other. Returns false on failure; the sweep tries again.
 */
export async function undo(transaction: Transaction, { id, storageKey }: Unkept): Promise<boolean> {
  try {
    return await transaction(async (db) => {
      const { count } = await db.storedFile.deleteMany({ where: { id, status: 'pending' } });
      if (count > 0) await store().remove(storageKey);
      return count > 0;
    });
  } catch (error) {
    if (!isReferredTo(error)) log().error({ file: id, err: error }, 'storage: a file could not be removed');
    return false;
  }
}

/** Whether a foreign key kept the row, because a record refers to the file. */
function isReferredTo(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2003';
}
