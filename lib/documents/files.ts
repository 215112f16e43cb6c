import type { ClientActor } from '@/lib/authz/actor';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { type ServedFile, servedColumns } from '@/lib/storage/columns';

/** The file of a document's published version. Throws NOT_FOUND. */
export async function getPublishedFile(db: ReadDb, { id }: { id: string }): Promise<ServedFile> {
  const select = { publishedVersion: { select: { file: { select: servedColumns } } } };
  return orNotFound((await db.document.findUnique({ where: { id }, select }))?.publishedVersion).file;
}

/** The file of one version, by default the newest. Throws NOT_FOUND. */
export async function getVersionFile(
  db: ReadDb,
  { id, version }: { id: string; version?: number | undefined },
): Promise<ServedFile> {
  const row = await db.documentVersion.findFirst({
    where: { documentId: id, ...(version === undefined ? {} : { number: version }) },
    select: { file: { select: servedColumns } },
    orderBy: { number: 'desc' },
  });
  return orNotFound(row).file;
}

/** The picture of the first page of a document's published version. Throws NOT_FOUND, also where there is none. */
export async function getPublishedPicture(db: ReadDb, { id }: { id: string }): Promise<ServedFile> {
  const select = { publishedVersion: { select: { picture: { select: { file: { select: servedColumns } } } } } };
  return orNotFound((await db.document.findUnique({ where: { id }, select }))?.publishedVersion?.picture).file;
}

/** The picture of the first page of one version, by default the newest. Throws NOT_FOUND, also where there is none. */
export async function getVersionPicture(
  db: ReadDb,
  { id, version }: { id: string; version?: number | undefined },
): Promise<ServedFile> {
  const row = await db.documentVersion.findFirst({
    where: { documentId: id, ...(version === undefined ? {} : { number: version }) },
    select: { picture: { select: { file: { select: servedColumns } } } },
    orderBy: { number: 'desc' },
  });
  return orNotFound(row?.picture).file;
}

/**
 * Records that a person of the client downloaded the published version: one row within ten minutes, because browsers fetch a
 * file in many ranges. Throws NOT_FOUND.
 */
export async function recordDownload(db: WriteDb, { id }: { id: string }, actor: ClientActor): Promise<void> {
  const document = await db.document.findUnique({ where: { id }, select: { publishedVersionId: true } });
  const { tenantId, clientId, userId, name: userName } = actor;
  const versionId = orNotFound(document?.publishedVersionId);
  // createMany, because create reads the row back and clients may not read downloads.
  const { count } = await db.documentDownload.createMany({
    skipDuplicates: true,
    data: { tenantId, clientId, documentId: id, versionId, userId, userName },
  });
  if (count > 0)
    await recordEvent(db, actor, { name: 'document.downloaded', recordId: id, facts: { clientId, versionId } });
}
