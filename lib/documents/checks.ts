import type { TeamActor } from '@/lib/authz/actor';
import type { TeamDocumentDetail } from '@/lib/documents/schemas';
import { getTeamDocument } from '@/lib/documents/team-queries';
import { defineEdit } from '@/lib/edits/edit';

/** The form of a document. A step or a new version is no change of it. */
export const documentEdit = defineEdit<{ id: string }, TeamActor, TeamDocumentDetail>({
  table: 'documents',
  id: ({ id }) => id,
  read: getTeamDocument,
  fields: ({ title, documentTypeId }) => ({ title, documentTypeId }),
  events: { record: 'document', names: ['document.uploaded', 'document.changed'] },
});
