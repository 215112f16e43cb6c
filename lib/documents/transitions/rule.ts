export const documentStatuses = ['draft', 'pending', 'approved', 'published', 'rejected'] as const;
export type DocumentStatus = (typeof documentStatuses)[number];

/** The approval that a document's type requires. */
export type ApprovalRule = { requiresApproval: boolean; forbidsOwnApproval: boolean };

/** The person taking the step, and whether the newest version is their own upload. */
export type StepTaker = { userType: 'admin' | 'staff'; isUploader: boolean };

/** The reason for a refusal: no step leads there, the step is for admins, or not for the uploader. */
export type StepRefusal = 'notFromHere' | 'adminsOnly' | 'ownUpload';

/** The steps by their names in the interface, with the states from which and to which they lead. */
export const documentSteps = {
  submit: { from: ['draft'], to: 'pending' },
  approve: { from: ['pending'], to: 'approved' },
  publish: { from: ['draft', 'approved'], to: 'published' },
  reject: { from: ['pending', 'approved'], to: 'rejected' },
  revise: { from: ['rejected'], to: 'draft' },
  withdraw: { from: ['published'], to: 'approved' },
} as const satisfies Record<string, { from: readonly DocumentStatus[]; to: DocumentStatus }>;

export type DocumentStep = keyof typeof documentSteps;
// Object.keys loses the type of the keys.
export const documentStepNames = Object.keys(documentSteps) as DocumentStep[];

/** The status after an upload: a new version is unreviewed, whatever the status of the one before. */
export const statusOfNewVersion: DocumentStatus = 'draft';

/**
 * The reason why a document may not move from one status to another; null when it may. The client's view is for admins to
 * decide: staff are refused steps to and from `published` before anything else is considered.
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

/** The statuses to which this person may move the document. */
export function allowedSteps(from: DocumentStatus, rule: ApprovalRule, taker: StepTaker): DocumentStatus[] {
  return documentStatuses.filter((to) => refuseStep(from, to, rule, taker) === null);
}

/** The step from one status to another; null where there is none. */
export function stepBetween(from: DocumentStatus, to: DocumentStatus): DocumentStep | null {
  const leads = (name: DocumentStep) => startsOf(name).includes(from) && documentSteps[name].to === to;
  return documentStepNames.find(leads) ?? null;
}

/**
 * Whether a step restores the status before another one: a publication and its withdrawal take each other back. Both are for
 * admins, so who may take the one may take the other.
 */
export function canTakeBack(from: DocumentStatus, to: DocumentStatus): boolean {
  return stepBetween(to, from) !== null;
}

/** The step that takes back a step of many documents; null unless it leads all of them to the status that they had before. */
export function stepBack(step: DocumentStep, before: readonly DocumentStatus[]): DocumentStep | null {
  const { to } = documentSteps[step];
  const [back, ...others] = new Set(before.map((from) => stepBetween(to, from)));
  return others.length === 0 ? (back ?? null) : null;
}

/** The statuses from which a step can be taken. */
function startsOf(step: DocumentStep): readonly DocumentStatus[] {
  return documentSteps[step].from;
}

/** Whether no version was ever visible to the client, so that the document may be removed. */
export function wasNeverPublished(document: {
  publishedVersion: number | null;
  transitions: readonly { to: DocumentStatus }[];
}): boolean {
  return document.publishedVersion === null && document.transitions.every(({ to }) => to !== 'published');
}

/** Whether a document has one version and no step, so that its type may change. */
export function isUntouched(document: {
  status: DocumentStatus;
  version: number;
  transitions: readonly unknown[];
}): boolean {
  return document.status === 'draft' && document.version === 1 && document.transitions.length === 0;
}
