import type { InboxItem, InboxKind, InboxShow } from '@/lib/dashboard/inbox/schemas';

/** The kinds of each part of the inbox. Staff see no money and no other people. */
const kindsOf: Record<InboxShow, readonly InboxKind[]> = {
  all: ['ticket', 'claim', 'invoice', 'phase', 'document', 'draft', 'instalment', 'invitation'],
  late: ['phase'],
  approve: ['claim', 'document', 'draft'],
  unanswered: ['ticket'],
  overdue: ['invoice'],
};
const forAdmins: readonly InboxKind[] = ['claim', 'invoice', 'instalment', 'invitation'];

export function inboxKindsOf(show: InboxShow, userType: 'admin' | 'staff'): InboxKind[] {
  return kindsOf[show].filter((kind) => userType === 'admin' || !forAdmins.includes(kind));
}

/** The parts that the caller can be shown. */
export function inboxPartsOf(userType: 'admin' | 'staff'): InboxShow[] {
  const shows: InboxShow[] = ['all', 'late', 'approve', 'unanswered', 'overdue'];
  return shows.filter((show) => inboxKindsOf(show, userType).length > 0);
}

/**
 * Orders by urgency: first what is late and claims of payment, then what waits for an answer or a step, then people who have not come
 * yet; in each the longest-waiting first.
 */
export function byUrgency(items: readonly InboxItem[]): InboxItem[] {
  return items.toSorted((a, b) => rankOf(a) - rankOf(b) || a.since.localeCompare(b.since) || a.id.localeCompare(b.id));
}

function rankOf({ kind, isLate }: InboxItem): number {
  if (isLate || kind === 'claim') return 0;
  return kind === 'invitation' ? 2 : 1;
}
