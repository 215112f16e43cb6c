import type { AdminActor, ClientActor } from '@/lib/authz/actor';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import { notFound, orNotFound } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import type { ServedFile } from '@/lib/storage/columns';

/** Minutes within which further ranges belong to one download. */
const quietMinutes = 10;

/** The file of an archive that is ready. Throws NOT_FOUND, also once its time is over. */
export async function getExportFile(db: ReadDb, { id }: { id: string }): Promise<ServedFile> {
  const select = {
    ...{ state: true, storageKey: true, fileName: true, byteSize: true, sha256: true, readyAt: true, expiresAt: true },
  } as const;
  const { state, expiresAt, ...file } = orNotFound(await db.clientExport.findUnique({ where: { id }, select }));
  if (state !== 'ready' || expiresAt === null || expiresAt <= new Date()) throw notFound();
  const { storageKey, fileName, byteSize, sha256, readyAt } = file;
  return {
    storageKey: orNotFound(storageKey),
    fileName: orNotFound(fileName),
    contentType: 'application/zip',
    byteSize: orNotFound(byteSize),
    sha256: orNotFound(sha256),
    status: 'stored',
    createdAt: orNotFound(readyAt),
  };
}

/** Records a download: one within ten minutes, because browsers fetch a large file in many ranges. Throws NOT_FOUND. */
export async function recordExportDownload(
  db: WriteDb,
  { id }: { id: string },
  actor: ClientActor | AdminActor,
): Promise<void> {
  const select = { clientId: true, userId: true, fileName: true } as const;
  const { fileName, clientId, userId } = orNotFound(await db.clientExport.findUnique({ where: { id }, select }));
  const before = new Date(Date.now() - quietMinutes * 60_000);
  const { count } = await db.clientExport.updateMany({
    where: { id, OR: [{ downloadedAt: null }, { downloadedAt: { lt: before } }] },
    data: { downloadedAt: new Date() },
  });
  if (count === 0) return;
  const named = { fileName: fileName ?? '' };
  if (clientId === null || userId === null)
    await recordEvent(db, actor, { name: 'business_export.downloaded', recordId: id, facts: named });
  else await recordEvent(db, actor, { name: 'export.downloaded', recordId: id, facts: { clientId, userId, ...named } });
}
