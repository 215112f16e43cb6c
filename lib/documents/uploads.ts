import type { TeamActor } from '@/lib/authz/actor';
import { addVersion, createDocument } from '@/lib/documents/commands';
import type { CreateDocumentInput, TeamDocumentDetail } from '@/lib/documents/schemas';
import { orNotFound } from '@/lib/errors';
import { keepFiles } from '@/lib/storage/keep';
import type { SpooledFile } from '@/lib/storage/spool';

/** Stores a file and adds it to a project as a document: both or neither. */
export function uploadDocument(
  file: SpooledFile,
  input: CreateDocumentInput,
  actor: TeamActor,
): Promise<TeamDocumentDetail> {
  const { fileName } = file;
  return keepFiles(actor, [file], (db, ids) =>
    createDocument(db, input, { fileId: orNotFound(ids[0]), fileName }, actor),
  );
}

/** Stores a file as the newest version of a document: both or neither. */
export function uploadVersion(file: SpooledFile, input: { id: string }, actor: TeamActor): Promise<TeamDocumentDetail> {
  const { fileName } = file;
  return keepFiles(actor, [file], (db, ids) => addVersion(db, input, { fileId: orNotFound(ids[0]), fileName }, actor));
}
