/** The statuses of a ticket, in the order in which they usually follow. */
export const ticketStatuses = ['open', 'in_progress', 'closed'] as const;
export type TicketStatus = (typeof ticketStatuses)[number];

export const ticketCategories = ['question', 'problem', 'change_request', 'billing', 'other'] as const;
export type TicketCategory = (typeof ticketCategories)[number];

export const ticketPriorities = ['low', 'normal', 'high', 'urgent'] as const;
export type TicketPriority = (typeof ticketPriorities)[number];

/** A ticket as `#12`, in every language. */
export const ticketNumber = (number: number): string => `#${number}`;

/** Whether somebody has written since a person last read. Null is never. */
export function isUnread(writtenAt: Date | null, readAt: Date | null): boolean {
  return writtenAt !== null && (readAt === null || writtenAt > readAt);
}

/** Whose turn it is, as both sides read it: a closed ticket waits for nobody. */
export type Turn = 'team' | 'client' | 'nobody';

export function turnOf({ status, waitingSince }: { status: TicketStatus; waitingSince: Date | null }): Turn {
  if (status === 'closed') return 'nobody';
  return waitingSince ? 'team' : 'client';
}

/** Hours in which a business means to answer first, and to close; null where it has set none. */
export type Targets = { firstResponseHours: number | null; resolutionHours: number | null };

/** A ticket against a target: `left` and `took` in minutes, `late` by how many. Null without a target. */
export type Timing =
  | { state: 'running'; leftMinutes: number }
  | { state: 'late'; byMinutes: number }
  | { state: 'kept' | 'missed'; tookMinutes: number };

/** The time from `from` until it was done, or until now, against a target in hours. */
export function timingOf(from: Date, doneAt: Date | null, hours: number | null, now: Date): Timing | null {
  if (hours === null) return null;
  const minutes = Math.floor(((doneAt ?? now).getTime() - from.getTime()) / 60_000);
  const most = hours * 60;
  if (doneAt) return { state: minutes > most ? 'missed' : 'kept', tookMinutes: minutes };
  return minutes > most
    ? { state: 'late', byMinutes: minutes - most }
    : { state: 'running', leftMinutes: most - minutes };
}
