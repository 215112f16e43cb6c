import type { TeamActor } from '@/lib/authz/actor';
import type { ReadDb } from '@/lib/db/handles';
import type { TeamDocumentDetail } from '@/lib/documents/schemas';
import { findSentDocument, getTeamDocument } from '@/lib/documents/team-queries';
import { defineEdit } from '@/lib/edits/edit';
import { type SentFile, sentBefore } from '@/lib/storage/sent-twin';

/** The form of a document. A step or a new version is no change of it. */
export const documentEdit = defineEdit<{ id: string }, TeamActor, TeamDocumentDetail>({
  table: 'documents',
  id: ({ id }) => id,
  read: getTeamDocument,
  fields: ({ title, documentTypeId }) => ({ title, documentTypeId }),
  events: { record: 'document', names: ['document.uploaded', 'document.changed'] },
});

/** Throws CONFLICT, naming the document, where the project has a version that was sent with these bytes. */
export async function refuseSentDocument(db: ReadDb, sent: SentFile): Promise<void> {
  const twin = await findSentDocument(db, sent);
  if (twin) throw sentBefore(sent.fileName, twin);
}
