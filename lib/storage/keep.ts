import { v7 as uuidv7 } from 'uuid';
import type { ClientActor, TeamActor } from '@/lib/authz/actor';
import { write } from '@/lib/authz/scope';
import type { WriteDb } from '@/lib/db/handles';
import { conflict } from '@/lib/errors';
import type { UploadKind } from '@/lib/storage/kinds';
import { storageFull, storageRoom } from '@/lib/storage/room';
import type { SpooledFile } from '@/lib/storage/spool';
import { newStorageKey } from '@/lib/storage/storage-key';
import { store } from '@/lib/storage/store';
import { type Unkept, undo } from '@/lib/storage/undo';

/** Who stores files: the team, and people of a client. */
type Uploader = TeamActor | ClientActor;

/** `keepFiles` for one actor: what an upload door hands to the command that stores its files. */
export type Keep<T> = (
  files: readonly SpooledFile[],
  work: (db: WriteDb, fileIds: string[]) => Promise<T>,
) => Promise<T>;

/**
 * Stores files with the records that refer to them, both or neither: `pending` rows (for the sweep after a crash), then the
 * bytes, then `work` in the transaction that makes the rows `stored`. `work` gets the ids in the order of the files. Always
 * discards the spooled files. A proof of payment, a file of a ticket and one of an import name the actor as who brought them. Throws TOO_LARGE (quota), UNAVAILABLE (storage down) and the errors of `work`.
 */
export async function keepFiles<T>(
  actor: Uploader,
  files: readonly SpooledFile[],
  work: (db: WriteDb, fileIds: string[]) => Promise<T>,
  kind: UploadKind = 'document',
): Promise<T> {
  const rows = files.map((file) => ({ id: uuidv7(), storageKey: newStorageKey(), file }));
  try {
    await write(actor, (db) => announce(db, actor, rows, kind));
    return await storeAndRefer(actor, rows, work);
  } finally {
    await Promise.all(files.map((file) => file.discard()));
  }
}

/**
 * Marks files as `pending` in the transaction that removes the records that refer to them: they can no longer be read, and
 * the sweep removes the bytes.
 */
export async function letGoOfFiles(db: WriteDb, fileIds: string[]): Promise<void> {
  await db.storedFile.updateMany({ where: { id: { in: fileIds } }, data: { status: 'pending' } });
}

/** Minutes in which an upload must be stored. The sweep takes older rows, but only after an hour, whatever the clocks differ by. */
const mostUploadMinutes = 50;

type Row = Unkept & { file: SpooledFile };

async function announce(db: WriteDb, actor: Uploader, rows: Row[], kind: UploadKind): Promise<void> {
  const { tenantId, userId } = actor;
  // By these columns alone people of a client may store a file, and it is referred to by its own person's records only. Staff see
  // neither a proof of payment nor a file that is moved in, which may hold money.
  const proofById = kind === 'proof' || kind === 'import' ? userId : null;
  const attachedById = kind === 'attachment' ? userId : null;
  const wanted = rows.reduce((sum, { file }) => sum + file.byteSize, 0);
  if (rows.length === 0) return;
  if ((await storageRoom(db)) < wanted) throw storageFull();
  await db.storedFile.createMany({
    data: rows.map(({ id, storageKey, file: { fileName, contentType, byteSize, sha256 } }) => {
      return { id, tenantId, storageKey, fileName, contentType, byteSize, sha256, proofById, attachedById };
    }),
  });
}

async function storeAndRefer<T>(
  actor: Uploader,
  rows: Row[],
  work: (db: WriteDb, fileIds: string[]) => Promise<T>,
): Promise<T> {
  try {
    // Waits for all puts, so that no bytes are stored after the rows have been removed.
    const puts = await Promise.allSettled(rows.map(({ storageKey, file }) => store().put(storageKey, file)));
    for (const put of puts) if (put.status === 'rejected') throw put.reason;
    return await write(actor, async (db) => {
      const ids = rows.map(({ id }) => id);
      const { count } = await db.storedFile.updateMany({
        where: {
          id: { in: ids },
          status: 'pending',
          createdAt: { gt: new Date(Date.now() - mostUploadMinutes * 60_000) },
        },
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
