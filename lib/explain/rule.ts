import { type PortalRefusal, portalRefusal } from '@/lib/authz/portal-access';

/** The kinds of records of which admins are told who sees them. */
export const explainedTypes = [
  ...(['project', 'phase', 'project_update', 'document', 'photo', 'time_entry'] as const),
  ...(['invoice', 'credit_note', 'ledger_entry', 'ticket'] as const),
] as const;

export type ExplainedType = (typeof explainedTypes)[number];

/** What keeps a person out of the whole portal. */
export type AccessReason = PortalRefusal | 'userInactive';

/** What hides a record from everybody of its client. */
export const recordReasons = [
  ...(['documentDraft', 'documentPending', 'documentApproved', 'documentRejected', 'documentWithdrawn'] as const),
  ...(['photoInternal', 'photoPublic', 'updateDraft', 'hoursHidden', 'invoiceDraft'] as const),
] as const;

export type RecordReason = (typeof recordReasons)[number];
export const reasons = [
  ...(['otherPerson', 'otherClient', 'userInactive', 'noClient', 'portalOff', 'clientInactive'] as const),
  ...recordReasons,
] as const;
export type Reason = (typeof reasons)[number];

export type PersonFacts = {
  id: string;
  isActive: boolean;
  portalEnabled: boolean;
  clientId: string | null;
  clientActive: boolean | null;
};

export type RecordFacts = {
  type: ExplainedType;
  clientId: string;
  /** The person of a ticket, which is theirs alone; null for every other record. */
  ownerId: string | null;
  /** What decides whether its client sees it, as a word of the kind; '' where nothing does. */
  state: string;
};

/** The states of each kind in which nobody of its client sees the record. A kind that is missing is always shown. */
const hiding: Partial<Record<ExplainedType, Record<string, RecordReason>>> = {
  document: {
    draft: 'documentDraft',
    pending: 'documentPending',
    approved: 'documentApproved',
    rejected: 'documentRejected',
    withdrawn: 'documentWithdrawn',
  },
  photo: { internal: 'photoInternal', public: 'photoPublic' },
  project_update: { draft: 'updateDraft' },
  time_entry: { hidden: 'hoursHidden' },
  invoice: { draft: 'invoiceDraft' },
};

/** The conditions of access in the order in which they are named, each with what it says where it fails. */
const checks: readonly ((person: PersonFacts, record: RecordFacts) => Reason | null)[] = [
  // A ticket stays its person's when they move to another client.
  ({ id }, { ownerId }) => (ownerId !== null && ownerId !== id ? 'otherPerson' : null),
  ({ clientId }, record) =>
    record.ownerId === null && clientId !== null && clientId !== record.clientId ? 'otherClient' : null,
  ({ isActive }) => (isActive ? null : 'userInactive'),
  ({ clientId }) => (clientId === null ? 'noClient' : null),
  (person) => portalRefusal(person),
  (_, record) => hiddenBy(record),
];

/** What hides a record from everybody of its client now; null where nothing does. */
export function hiddenBy({ type, state }: Pick<RecordFacts, 'type' | 'state'>): RecordReason | null {
  return hiding[type]?.[state] ?? null;
}

/** The first reason that keeps a person of a client from a record; null where there is none. */
export function whyNot(person: PersonFacts, record: RecordFacts): Reason | null {
  for (const check of checks) {
    const reason = check(person, record);
    if (reason) return reason;
  }
  return null;
}

/** Whether the portal admits a person at all: the rule of the guard on the same facts. */
export function isAdmitted(person: PersonFacts): boolean {
  return person.isActive && portalRefusal(person) === null;
}

/** Whether a reason lies in the record, so that one step with it shows the record to the person. */
export function isOfRecord(reason: Reason | null): reason is RecordReason {
  return recordReasons.some((one) => one === reason);
}

export type Remedy = AccessReason | RecordReason;

/** The reason that a button or a form of an admin ends; null where a person is simply not meant. */
export function remedyOf(reason: Reason | null): Remedy | null {
  return reason === null || reason === 'otherPerson' || reason === 'otherClient' ? null : reason;
}

/** What can be shown as soon as it is made: before, who will see it is asked about its project. */
export const aheadTypes = ['project_update', 'photo'] as const satisfies readonly ExplainedType[];
export type AheadType = (typeof aheadTypes)[number];

/** How soon a person would be mailed about a record once it is shown; `none` where the portal sends no mail. */
export const mailPlans = ['instant', 'daily', 'weekly', 'off', 'refused', 'none'] as const;
export type MailPlan = (typeof mailPlans)[number];

/** The notification that showing a record causes. */
export const noticeOf = {
  document: 'document_published',
  photo: 'photos_shared',
  project_update: 'project_update_posted',
  invoice: 'invoice_issued',
} as const satisfies Partial<Record<ExplainedType, string>>;
