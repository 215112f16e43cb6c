export const documentStatuses = ['draft', 'pending', 'approved', 'published', 'rejected'] as const;
export type DocumentStatus = (typeof documentStatuses)[number];

/** What a document's type asks for. */
export type ApprovalRule = { requiresApproval: boolean; forbidsOwnApproval: boolean };

/** Who wants to take the step, and whether the newest version is their own upload. */
export type StepTaker = { userType: 'admin' | 'staff'; isUploader: boolean };

/** Why a step is not taken: nobody may from here, only admins may, or not the one who uploaded it. */
export type StepRefusal = 'notFromHere' | 'adminsOnly' | 'ownUpload';

const steps: Record<DocumentStatus, readonly DocumentStatus[]> = {
  draft: ['pending', 'published'],
  pending: ['approved', 'rejected'],
  approved: ['published', 'rejected'],
  published: ['approved'],
  rejected: ['draft'],
};

/** A new version has not been looked at by anyone, whatever became of the one before it. */
export const statusOfNewVersion: DocumentStatus = 'draft';

/**
 * Whether a document may go from one status to another; null when it may. What clients see is decided by admins, so both
 * ways in and out of `published` are theirs alone, whatever the status is now.
 */
export function refuseStep(
  from: DocumentStatus,
  to: DocumentStatus,
  { requiresApproval, forbidsOwnApproval }: ApprovalRule,
  { userType, isUploader }: StepTaker,
): StepRefusal | null {
  const withdraws = from === 'published' && to === 'approved';
  if ((to === 'published' || withdraws) && userType !== 'admin') return 'adminsOnly';
  if (!steps[from].includes(to)) return 'notFromHere';
  if (from === 'draft' && to === 'published' && requiresApproval) return 'notFromHere';
  if (from === 'pending' && to === 'approved' && forbidsOwnApproval && isUploader) return 'ownUpload';
  return null;
}

/** Where this person may take the document from here. */
export function allowedSteps(from: DocumentStatus, rule: ApprovalRule, taker: StepTaker): DocumentStatus[] {
  return documentStatuses.filter((to) => refuseStep(from, to, rule, taker) === null);
}
