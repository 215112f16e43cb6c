import { z } from 'zod';
import { line } from '@/lib/fields';
import { listOrder, pageQuery } from '@/lib/paging';

export const documentTypeDetail = z.object({
  id: z.uuid(),
  name: z.string(),
  requiresApproval: z.boolean().describe('Whether a document must be approved before it is published.'),
  forbidsOwnApproval: z.boolean().describe('Whether the uploader may not approve.'),
  isActive: z.boolean().describe('Whether the type is offered for new documents.'),
  /** Stops at one above 1,000. */
  documentCount: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** By name. */
export const documentTypeOrder = listOrder('DocumentType', 'document-types', [
  { column: 'name', kind: 'text' },
  { column: 'id', kind: 'id' },
]);

export const documentTypeFilter = pageQuery(documentTypeOrder).extend({
  isActive: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
});

const flags = {
  requiresApproval: z.boolean().optional(),
  forbidsOwnApproval: z.boolean().optional(),
  isActive: z.boolean().optional(),
};

export const createDocumentTypeInput = z.strictObject({ name: line(80), ...flags });

/** An absent field keeps its value. */
export const changeDocumentTypeInput = z.strictObject({ id: z.uuid(), name: line(80).optional(), ...flags });

export type DocumentTypeDetail = z.output<typeof documentTypeDetail>;
export type DocumentTypeFilter = z.output<typeof documentTypeFilter>;
export type CreateDocumentTypeInput = z.output<typeof createDocumentTypeInput>;
export type ChangeDocumentTypeInput = z.output<typeof changeDocumentTypeInput>;
