export const documentStatuses = ['draft', 'pending', 'approved', 'published', 'rejected'] as const;
export type DocumentStatus = (typeof documentStatuses)[number];

/** What a document's type asks for. */
export type ApprovalRule = { requiresApproval: boolean; forbidsOwnApproval: boolean };

/** Who wants to take the step, and whether the newest version is their own upload. */
export type StepTaker = { userType: 'admin' | 'staff'; isUploader: boolean };

/** Why a step is not taken: nobody may from here, only admins may, or not the one who uploaded it. */
export type StepRefusal = 'notFromHere' | 'adminsOnly' | 'ownUpload';

/** The steps by the names that people know them by: from which states, to which. */
export const documentSteps = {
  submit: { from: ['draft'], to: 'pending' },
  approve: { from: ['pending'], to: 'approved' },
  publish: { from: ['draft', 'approved'], to: 'published' },
  reject: { from: ['pending', 'approved'], to: 'rejected' },
  revise: { from: ['rejected'], to: 'draft' },
  withdraw: { from: ['published'], to: 'approved' },
} as const satisfies Record<string, { from: readonly DocumentStatus[]; to: DocumentStatus }>;

export type DocumentStep = keyof typeof documentSteps;
// Object.keys forgets which keys an object has.
export const documentStepNames = Object.keys(documentSteps) as DocumentStep[];

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
  const step = stepBetween(from, to);
  if ((to === 'published' || step === 'withdraw') && userType !== 'admin') return 'adminsOnly';
  if (step === null) return 'notFromHere';
  if (step === 'publish' && from === 'draft' && requiresApproval) return 'notFromHere';
  if (step === 'approve' && forbidsOwnApproval && isUploader) return 'ownUpload';
  return null;
}

/** Where this person may take the document from here. */
export function allowedSteps(from: DocumentStatus, rule: ApprovalRule, taker: StepTaker): DocumentStatus[] {
  return documentStatuses.filter((to) => refuseStep(from, to, rule, taker) === null);
}

/** The step that leads from one state to another; null where none does. */
export function stepBetween(from: DocumentStatus, to: DocumentStatus): DocumentStep | null {
  const leads = (name: DocumentStep) => startsOf(name).includes(from) && documentSteps[name].to === to;
  return documentStepNames.find(leads) ?? null;
}

/** The states that a step can be taken from. */
export function startsOf(step: DocumentStep): readonly DocumentStatus[] {
  return documentSteps[step].from;
}

/** Whether no client can have seen any version of a document, so that it may still be removed. */
export function wasNeverPublished(document: {
  publishedVersion: number | null;
  transitions: readonly { to: DocumentStatus }[];
}): boolean {
  return document.publishedVersion === null && document.transitions.every(({ to }) => to !== 'published');
}

/** Whether a document is still as it was uploaded: one version, and no step taken. Its type may be chosen anew. */
export function isUntouched(document: {
  status: DocumentStatus;
  version: number;
  transitions: readonly unknown[];
}): boolean {
  return document.status === 'draft' && document.version === 1 && document.transitions.length === 0;
}
