import type { WriteDb } from '@/lib/db/handles';
import { log } from '@/lib/log';
import { store } from '@/lib/storage/store';

/** A row of `stored_files` that nothing refers to, and its object. */
export type Unkept = { id: string; storageKey: string };

type Transaction = <T>(work: (db: WriteDb) => Promise<T>) => Promise<T>;

/**
 * Removes a row that is still `pending` together with its object. The one place that waits for storage inside a
 * transaction: the row's lock keeps an upload from finishing meanwhile, and a failing storage brings the row back, so that
 * neither can be left without the other. False when it could not; the sweeper comes by again.
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

/** The foreign keys keep a file that some record refers to. */
function isReferredTo(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2003';
}
