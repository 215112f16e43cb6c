import { z } from 'zod';
import { DocumentStatus } from '@/lib/db/generated/enums';
import { changedText, eventKind } from '@/lib/events/define';

const place = { projectId: z.uuid(), clientId: z.uuid(), title: z.string() };
const step = {
  ...place,
  version: z.number().int(),
  from: z.enum(DocumentStatus),
  to: z.enum(DocumentStatus),
};
const reasonedStep = { ...step, reason: changedText };

const changedType = {
  name: z.string().optional(),
  requiresApproval: z.boolean().optional(),
  forbidsOwnApproval: z.boolean().optional(),
  isActive: z.boolean().optional(),
};

/** Events of documents and their types. Reasons are for the team; the history of the document stores all of them. */
export const documentEvents = {
  'document.uploaded': eventKind('document', 'team', {
    ...place,
    documentTypeId: z.uuid(),
    fileName: z.string(),
  }),
  'document.version_added': eventKind('document', 'team', {
    ...place,
    version: z.number().int(),
    fileName: z.string(),
    from: z.enum(DocumentStatus),
    to: z.enum(DocumentStatus),
  }),
  'document.changed': eventKind('document', 'team', {
    title: z.string().optional(),
    documentTypeId: z.uuid().optional(),
  }),
  'document.removed': eventKind('document', 'team', { ...place, fileNames: z.array(z.string()) }),
  'document.submitted': eventKind('document', 'team', reasonedStep),
  'document.approved': eventKind('document', 'team', reasonedStep),
  'document.rejected': eventKind('document', 'team', reasonedStep),
  'document.revised': eventKind('document', 'team', reasonedStep),
  'document.published': eventKind('document', 'client', step),
  'document.withdrawn': eventKind('document', 'client', step),
  'document.downloaded': eventKind('document', 'team', { clientId: z.uuid(), versionId: z.uuid() }),
  'document_type.created': eventKind('document_type', 'admins', { ...changedType, name: z.string() }),
  'document_type.changed': eventKind('document_type', 'admins', changedType),
};
