import type { DocumentTypeStory } from '@/prisma/seed/story';

export const contract: DocumentTypeStory = {
  name: 'Contract',
  signed: true,
  requiresApproval: true,
  forbidsOwnApproval: true,
};
export const permit: DocumentTypeStory = { name: 'Permit', requiresApproval: true };
export const plan: DocumentTypeStory = { name: 'Plan' };
export const report: DocumentTypeStory = { name: 'Report' };
export const certificate: DocumentTypeStory = { name: 'Certificate', requiresApproval: true };
export const invoiceCopy: DocumentTypeStory = { name: 'Supplier invoice copy' };
/** Kept for old records, no longer offered. */
export const faxCopy: DocumentTypeStory = { name: 'Fax copy', isActive: false };
