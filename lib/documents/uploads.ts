import { Readable } from 'node:stream';
import type { TeamActor } from '@/lib/authz/actor';
import { laneOf } from '@/lib/authz/lane';
import { read } from '@/lib/authz/scope';
import { refuseSentDocument } from '@/lib/documents/checks';
import { addPicture, addVersion, createDocument } from '@/lib/documents/commands';
import type { AddVersionInput, CreateDocumentInput, TeamDocumentDetail } from '@/lib/documents/schemas';
import { orNotFound } from '@/lib/errors';
import { servedColumns } from '@/lib/storage/columns';
import { type Keep, keepFiles } from '@/lib/storage/keep';
import { firstPageOf } from '@/lib/storage/pdf-picture';
import { type SpooledFile, spoolMade } from '@/lib/storage/spool';
import { store } from '@/lib/storage/store';
import { withoutMetadata } from '@/lib/storage/strip-metadata';

/** Stores a file and adds it to a project as a document, with a picture of a PDF's first page: all or nothing. */
export async function uploadDocument(
  sent: SpooledFile,
  { removeMetadata, ...input }: CreateDocumentInput,
  actor: TeamActor,
  keep: Keep<TeamDocumentDetail>,
): Promise<TeamDocumentDetail> {
  // Before a picture is drawn; the command asks again, because a twin may be on its way.
  const { fileName, sha256: sentSha256 } = sent;
  const { projectId, skipDuplicate } = input;
  if (skipDuplicate) await read(actor, (db) => refuseSentDocument(db, { projectId, fileName, sentSha256 }));
  const { files, kept } = await prepared(sent, removeMetadata, actor);
  return keep(files, (db, ids) => createDocument(db, input, kept(ids), actor));
}

/** Stores a file as the newest version of a document, with a picture of a PDF's first page: all or nothing. */
export async function uploadVersion(
  sent: SpooledFile,
  { removeMetadata, ...input }: AddVersionInput,
  actor: TeamActor,
  keep: Keep<TeamDocumentDetail>,
): Promise<TeamDocumentDetail> {
  const { files, kept } = await prepared(sent, removeMetadata, actor);
  return keep(files, (db, ids) => addVersion(db, input, kept(ids), actor));
}

/** The files to keep, and what the commands need to know of them once they have ids. */
async function prepared(sent: SpooledFile, removeMetadata: boolean, actor: TeamActor) {
  const file = removeMetadata ? await withoutMetadata(sent, 'file') : sent;
  const picture = await pictureOf(file, actor);
  return {
    files: picture ? [file, picture.file] : [file],
    kept: ([fileId, pictureId]: string[]) => ({
      ...{ fileId: orNotFound(fileId), fileName: file.fileName, sentSha256: sent.sha256 },
      picture: picture ? { ...picture.size, fileId: orNotFound(pictureId) } : null,
    }),
  };
}

/** Draws the first page of a PDF and spools it; null for other files and where it cannot be drawn. */
async function pictureOf({ path, contentType }: Pick<SpooledFile, 'path' | 'contentType'>, actor: TeamActor) {
  if (contentType !== 'application/pdf') return null;
  const drawn = await firstPageOf(path, laneOf(actor));
  if (!drawn) return null;
  const { bytes, width, height, contentType: kind } = drawn;
  const file = await spoolMade(Readable.from([bytes]), { fileName: 'first-page.webp', contentType: kind });
  return { file, size: { width, height } };
}

/** The versions for which this process has tried to draw a picture later, so that a broken file is tried once. */
const tried = new Set<string>();

/**
 * Draws the picture of a PDF that has none: it was uploaded before there were pictures, or too many files waited. Opens its own
 * transactions, and tries each version once in the life of the process. A version that is gone or drawn by now is left alone.
 */
export async function addMissingPicture({ versionId }: { versionId: string }, actor: TeamActor): Promise<void> {
  if (tried.has(versionId)) return;
  tried.add(versionId);
  const version = await read(actor, (db) =>
    db.documentVersion.findUnique({
      where: { id: versionId },
      select: {
        clientId: true,
        documentId: true,
        file: { select: servedColumns },
        picture: { select: { width: true } },
      },
    }),
  );
  if (!version || version.picture || version.file.contentType !== 'application/pdf') return;
  const { file, clientId, documentId } = version;
  const spooled = await spoolMade(await store().get(file.storageKey), file);
  try {
    const picture = await pictureOf(spooled, actor);
    if (!picture) return;
    const place = { tenantId: actor.tenantId, clientId, documentId, versionId };
    await keepFiles(actor, [picture.file], (db, [fileId]) =>
      addPicture(db, { ...place, ...picture.size, fileId: orNotFound(fileId) }),
    );
  } finally {
    await spooled.discard();
  }
}
