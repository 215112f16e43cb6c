import type { AdminActor } from '@/lib/authz/actor';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import type { ServedFile } from '@/lib/storage/columns';

/** The type of the file: JSON, one value a line. */
export const archiveType = 'application/x-ndjson';

export const archiveName = (number: number) => `audit-archive-${String(number).padStart(4, '0')}.ndjson`;

/** The file of a sealed archive. Throws NOT_FOUND. */
export async function getArchiveFile(db: ReadDb, { id }: { id: string }): Promise<ServedFile> {
  const select = { storageKey: true, number: true, byteSize: true, sha256: true, sealedAt: true } as const;
  const row = orNotFound(await db.auditArchive.findUnique({ where: { id }, select }));
  return {
    storageKey: row.storageKey,
    fileName: archiveName(orNotFound(row.number)),
    contentType: archiveType,
    byteSize: orNotFound(row.byteSize),
    sha256: orNotFound(row.sha256),
    status: 'stored',
    createdAt: orNotFound(row.sealedAt),
  };
}

/** Records the download of an archive. Throws NOT_FOUND. */
export async function recordArchiveDownload(db: WriteDb, { id }: { id: string }, actor: AdminActor): Promise<void> {
  const { number } = orNotFound(await db.auditArchive.findUnique({ where: { id }, select: { number: true } }));
  const facts = { list: 'audit_archives', fileName: archiveName(orNotFound(number)) };
  await recordEvent(db, actor, { name: 'list.exported', recordId: actor.tenantId, facts });
}
