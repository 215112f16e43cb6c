import { z } from 'zod';

/** What can wait on a person of a client, the most urgent first. */
export const waitingKinds = [
  'claim_declined',
  'invoice_overdue',
  'invoice_due',
  'ticket_answered',
  'document',
] as const;

export type WaitingKind = (typeof waitingKinds)[number];

/** A record that waits on the person. `id` is the invoice's, the ticket's or the document's. */
const waitingItem = z.object({
  kind: z.enum(waitingKinds),
  id: z.uuid(),
  title: z.string().describe('The number of the invoice, the subject of the ticket, the title of the document.'),
  projectName: z.string().nullable(),
  dueOn: z.iso.date().nullable().describe('Of invoices.'),
  open: z.string().nullable().describe('What is left to pay of an invoice.'),
  reason: z.string().nullable().describe('Why the claim to have paid was declined.'),
  number: z.number().int().nullable().describe('Of tickets.'),
  at: z.iso.datetime().nullable().describe('When the ticket was answered or the document published.'),
});

/** What waits on the person: the first of each kind, and how many there are; at most 100 of a kind are counted. */
export const waitingOnMe = z.object({ count: z.number().int(), items: z.array(waitingItem) });

type Wire = z.output<typeof waitingItem>;
export type WaitingItem = Omit<Wire, 'open'> & { openMinor: bigint | null };
export type WaitingOnMe = { count: number; items: WaitingItem[] };
