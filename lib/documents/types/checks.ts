import type { Actor } from '@/lib/authz/actor';
import { getDocumentType } from '@/lib/documents/types/queries';
import type { DocumentTypeDetail } from '@/lib/documents/types/schemas';
import { defineEdit } from '@/lib/edits/edit';

/** The form of a document type. */
export const documentTypeEdit = defineEdit<{ id: string }, Actor, DocumentTypeDetail>({
  table: 'document_types',
  id: ({ id }) => id,
  read: getDocumentType,
  fields: ({ name, requiresApproval, forbidsOwnApproval, isActive }) => {
    return { name, requiresApproval, forbidsOwnApproval, isActive };
  },
  events: { record: 'document_type', names: ['document_type.created', 'document_type.changed'] },
});
