import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { TeamActor } from '@/lib/authz/actor';
import { write } from '@/lib/authz/scope';
import type { WriteDb } from '@/lib/db/handles';
import { AppError, conflict } from '@/lib/errors';
import type { SpooledFile } from '@/lib/storage/spool';
import { store } from '@/lib/storage/store';
import { type Unkept, undo } from '@/lib/storage/undo';

/**
 * Stores files together with the records that refer to them: both or neither. Rows are first written as `pending`, so that
 * lib/storage/sweep.ts finds them after a crash; then the bytes are stored; then `work`, given the ids in the order of the
 * files, writes the records in the transaction that makes the rows `stored`. Discards the spooled files in every case.
 * Throws TOO_LARGE when the tenant's storage is full, UNAVAILABLE when the storage is down, and the errors of `work`.
 */
export async function keepFiles<T>(
  actor: TeamActor,
  files: readonly SpooledFile[],
  work: (db: WriteDb, fileIds: string[]) => Promise<T>,
): Promise<T> {
  const rows = files.map((file) => ({ id: uuidv7(), storageKey: randomBytes(16).toString('hex'), file }));
  try {
    await write(actor, (db) => announce(db, actor.tenantId, rows));
    return await storeAndRefer(actor, rows, work);
  } finally {
    await Promise.all(files.map((file) => file.discard()));
  }
}

/**
 * Marks files as `pending` in the transaction that removes the records that refer to them: nobody can read them any more, and
 * the sweeper removes the bytes.
 */
export async function letGoOfFiles(db: WriteDb, fileIds: string[]): Promise<void> {
  await db.storedFile.updateMany({ where: { id: { in: fileIds } }, data: { status: 'pending' } });
}

type Row = Unkept & { file: SpooledFile };

async function announce(db: WriteDb, tenantId: string, rows: Row[]): Promise<void> {
  const wanted = rows.reduce((sum, { file }) => sum + file.byteSize, 0);
  // Locks the tenant's room until this transaction ends, so that two uploads at once cannot both take the last of it.
  const [room] = await db.$queryRaw<{ bytes: bigint }[]>`select storage_room() as bytes`;
  if (!room || room.bytes < wanted) throw new AppError('TOO_LARGE', { reason: { key: 'storageFull' } });
  await db.storedFile.createMany({
    data: rows.map(({ id, storageKey, file: { fileName, contentType, byteSize, sha256 } }) => {
      return { id, tenantId, storageKey, fileName, contentType, byteSize, sha256 };
    }),
  });
}

async function storeAndRefer<T>(
  actor: TeamActor,
  rows: Row[],
  work: (db: WriteDb, fileIds: string[]) => Promise<T>,
): Promise<T> {
  try {
    // Waits for all of them, so that no bytes arrive after the rows have been removed.
    const puts = await Promise.allSettled(rows.map(({ storageKey, file }) => store().put(storageKey, file)));
    for (const put of puts) if (put.status === 'rejected') throw put.reason;
    return await write(actor, async (db) => {
      const ids = rows.map(({ id }) => id);
      const { count } = await db.storedFile.updateMany({
        where: { id: { in: ids }, status: 'pending' },
        data: { status: 'stored' },
      });
      if (count !== rows.length) throw conflict('uploadTooSlow');
      return work(db, ids);
    });
  } catch (error) {
    for (const row of rows) await undo((work) => write(actor, work), row);
    throw error;
  }
}
