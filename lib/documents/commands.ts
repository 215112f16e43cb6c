import type { AdminActor, TeamActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { refuseSentDocument } from '@/lib/documents/checks';
import { lockDocument } from '@/lib/documents/lock';
import type { ChangeDocumentInput, CreateDocumentInput, TeamDocumentDetail } from '@/lib/documents/schemas';
import { getTeamDocument } from '@/lib/documents/team-queries';
import { recordStep } from '@/lib/documents/transitions/commands';
import { isUntouched, statusOfNewVersion, wasNeverPublished } from '@/lib/documents/transitions/rule';
import { conflict, invalid, orNotFound } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { letGoOfFiles } from '@/lib/storage/keep';
import { lockSent } from '@/lib/storage/sent-twin';
import { withoutUndefined } from '@/lib/without-undefined';

/** The size in pixels of a picture of the first page. */
type Size = { width: number; height: number };

/** A file stored by lib/storage, and the picture of its first page. */
type KeptFile = {
  fileId: string;
  fileName: string;
  /** Of the file as it was sent: a picture may have lost its metadata since. */
  sentSha256: Uint8Array<ArrayBuffer>;
  picture: ({ fileId: string } & Size) | null;
};

/**
 * Adds a document to a project, with its first version as a draft. Throws VALIDATION, and with `skipDuplicate` CONFLICT for a file
 * that the project has already.
 */
export async function createDocument(
  db: WriteDb,
  { projectId, documentTypeId, title, skipDuplicate }: Omit<CreateDocumentInput, 'removeMetadata'>,
  { fileName, ...kept }: KeptFile,
  actor: TeamActor,
): Promise<TeamDocumentDetail> {
  const project = await db.project.findUnique({ where: { id: projectId }, select: { clientId: true } });
  if (!project) throw invalid({ projectId: 'unknownProject' });
  await requireOfferedType(db, documentTypeId);
  if (skipDuplicate) {
    await lockSent(db, projectId, kept.sentSha256);
    await refuseSentDocument(db, { projectId, fileName, sentSha256: kept.sentSha256 });
  }
  const owner = { tenantId: actor.tenantId, clientId: project.clientId };
  const named = title ?? titleOf(fileName);
  const { id } = await db.document.create({
    data: { ...owner, projectId, documentTypeId, title: named },
    select: { id: true },
  });
  await addVersionRow(db, { ...owner, documentId: id, number: 1, ...kept }, actor);
  const facts = { projectId, clientId: project.clientId, documentTypeId, title: named, fileName };
  await recordEvent(db, actor, { name: 'document.uploaded', recordId: id, facts });
  return getTeamDocument(db, { id }, actor);
}

/** Adds a version, always a draft; clients keep seeing the published one until this one is published. Throws NOT_FOUND. */
export async function addVersion(
  db: WriteDb,
  { id }: { id: string },
  { fileName, ...kept }: KeptFile,
  actor: TeamActor,
): Promise<TeamDocumentDetail> {
  const document = await lockDocument(db, id);
  const { clientId, status, newest } = document;
  const number = newest.number + 1;
  await addVersionRow(db, { tenantId: actor.tenantId, clientId, documentId: id, number, ...kept }, actor);
  await db.document.update({ where: { id }, data: { status: statusOfNewVersion }, select: { id: true } });
  if (status !== statusOfNewVersion) await recordStep(db, document, { to: statusOfNewVersion, reason: null }, actor);
  const { projectId, title } = document;
  const facts = { projectId, clientId, title, version: number, fileName, from: status, to: statusOfNewVersion };
  await recordEvent(db, actor, { name: 'document.version_added', recordId: id, facts });
  return getTeamDocument(db, { id }, actor);
}

/**
 * Changes the title at any time, and the type until the first step: a later change of type could evade the approval that the
 * old type requires. Throws NOT_FOUND, VALIDATION, CONFLICT.
 */
export async function changeDocument(
  db: WriteDb,
  { id, ...change }: ChangeDocumentInput,
  actor: TeamActor,
): Promise<TeamDocumentDetail> {
  const was = await lockDocument(db, id);
  const { status, documentTypeId, newest, lastStep } = was;
  if (change.documentTypeId && change.documentTypeId !== documentTypeId) {
    if (!isUntouched({ status, version: newest.number, transitions: lastStep ? [lastStep] : [] }))
      throw conflict('typeIsFixed');
    await requireOfferedType(db, change.documentTypeId);
  }
  await db.document.update({ where: { id }, data: withoutUndefined(change), select: { id: true } });
  await recordEvent(db, actor, { name: 'document.changed', recordId: id, facts: change, was });
  return getTeamDocument(db, { id }, actor);
}

/**
 * Removes a never published document with all its versions; the sweep removes their bytes later. A document that was once
 * published cannot be removed, because the client may have relied on it. Throws NOT_FOUND, CONFLICT.
 */
export async function removeDocument(db: WriteDb, { id }: { id: string }, actor: AdminActor): Promise<void> {
  const { title, projectId, clientId } = await lockDocument(db, id);
  if (!wasNeverPublished(await getTeamDocument(db, { id }, actor))) throw conflict('wasPublished');
  const versions = await db.documentVersion.findMany({
    where: { documentId: id },
    select: { fileId: true, file: { select: { fileName: true } }, picture: { select: { fileId: true } } },
  });
  await db.document.deleteMany({ where: { id } });
  await letGoOfFiles(
    db,
    versions.flatMap(({ fileId, picture }) => (picture ? [fileId, picture.fileId] : [fileId])),
  );
  const facts = { projectId, clientId, title, fileNames: versions.map(({ file }) => file.fileName) };
  await recordEvent(db, actor, { name: 'document.removed', recordId: id, facts });
}

async function requireOfferedType(db: WriteDb, id: string): Promise<void> {
  const type = await db.documentType.findUnique({ where: { id, isActive: true }, select: { id: true } });
  if (!type) throw invalid({ documentTypeId: 'unknownDocumentType' });
}

type VersionPlace = { tenantId: string; clientId: string; documentId: string };
type NewVersion = VersionPlace & { number: number } & Omit<KeptFile, 'fileName'>;

async function addVersionRow(db: WriteDb, { picture, ...place }: NewVersion, actor: TeamActor): Promise<void> {
  const data = { ...place, uploadedById: actor.userId, uploadedByName: actor.name };
  const { id: versionId } = orNotFound(await db.documentVersion.create({ data, select: { id: true } }));
  const { tenantId, clientId, documentId } = place;
  if (picture) await addPicture(db, { tenantId, clientId, documentId, versionId, ...picture });
}

type PictureRow = VersionPlace & { versionId: string; fileId: string } & Size;

/** Adds the picture of a version; where another one was added meanwhile, throws the error of its key. */
export async function addPicture(db: WriteDb, picture: PictureRow): Promise<void> {
  await db.documentPicture.create({ data: picture, select: { versionId: true } });
}

/** The title from a file name: `Floor_plan-v2.pdf` → “Floor plan v2”. At most 200 characters. */
export function titleOf(fileName: string): string {
  const stem = fileName.replace(/\.[^.]{1,10}$/, '');
  return (
    stem
      .replaceAll(/[\s_-]+/g, ' ')
      .trim()
      .slice(0, 200) || fileName
  );
}
