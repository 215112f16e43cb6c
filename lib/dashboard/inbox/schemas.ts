import { z } from 'zod';
import { documentStatus } from '@/lib/documents/schemas';

/** What can wait for the team. */
export const inboxKinds = [
  ...(['ticket', 'claim', 'invoice', 'phase'] as const),
  ...(['document', 'draft', 'instalment', 'invitation'] as const),
] as const;
export type InboxKind = (typeof inboxKinds)[number];

/** The parts of the inbox that its address can name. */
export const inboxShows = ['all', 'late', 'approve', 'unanswered', 'overdue'] as const;
export type InboxShow = (typeof inboxShows)[number];

export const inboxFilter = z.strictObject({
  show: z
    .enum(inboxShows)
    .default('all')
    .describe('Late phases, what waits for approval or publication, unanswered tickets, overdue invoices.'),
});
export type InboxFilter = z.output<typeof inboxFilter>;

/** Something that waits for the team, with what its row says. Fields that a kind has not are null. */
export const inboxItem = z.object({
  kind: z.enum(inboxKinds),
  id: z.uuid(),
  title: z.string().describe('The subject, the number of an invoice, the name of a phase, document or person.'),
  since: z.iso.datetime().describe('Since when it waits, or when it was due.'),
  isLate: z.boolean().describe('Whether it is past its date or the target of the business.'),
  dueOn: z.iso.date().nullable(),
  clientId: z.uuid().nullable(),
  clientName: z.string().nullable(),
  projectId: z.uuid().nullable(),
  projectName: z.string().nullable(),
  personName: z.string().nullable(),
  number: z.number().int().nullable().describe('Of a ticket; of a document the newest version.'),
  percent: z.number().int().nullable(),
  currency: z.string().nullable(),
  open: z.string().nullable().describe('What is left to pay.'),
  excerpt: z.string().nullable().describe('The beginning of the last message; the address of an invited person.'),
  messageId: z.uuid().nullable().describe('The last message of a ticket.'),
  status: documentStatus.nullable(),
  allowed: z.array(documentStatus).describe('The states to which the caller may move the document.'),
});

type Wire = z.output<typeof inboxItem>;
export type InboxItem = Omit<Wire, 'open'> & { openMinor: bigint | null };

/** How many records of each part wait; at most 100 are counted. */
export const inboxCounts = z.object({
  late: z.number().int(),
  approve: z.number().int(),
  unanswered: z.number().int(),
  overdue: z.number().int(),
});
export type InboxCounts = z.output<typeof inboxCounts>;

/** The first of what waits, the most urgent first; `more` where there are others. */
export type Inbox = { items: InboxItem[]; more: boolean; counts: InboxCounts };
