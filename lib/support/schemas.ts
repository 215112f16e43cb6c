import { z } from 'zod';
import { line, recordId } from '@/lib/fields';
import { listOrder, pageQuery } from '@/lib/paging';
import { ticketCategories, ticketPriorities, ticketStatuses } from '@/lib/support/rule';
import { ticketTopic } from '@/lib/support/topics/schemas';

const status = z.enum(ticketStatuses);

export const ticketFile = z.object({
  id: z.uuid(),
  fileName: z.string(),
  contentType: z.string(),
  byteSize: z.number().int(),
});

/** A message, or for the team an internal note. The first message of a ticket is its question and has the ticket's id. */
export const ticketMessage = z.object({
  id: z.uuid(),
  body: z.string().describe('Markdown: emphasis, lists, quotations, code and links. HTML is text.'),
  authorName: z.string(),
  byClient: z.boolean(),
  isInternal: z.boolean().describe('A note that only the team sees.'),
  attachments: z.array(ticketFile),
  createdAt: z.iso.datetime(),
});

/** A ticket in a list, as its client user reads it. */
export const ticketSummary = z.object({
  id: z.uuid(),
  number: z.number().int(),
  subject: z.string(),
  status,
  category: z.enum(ticketCategories),
  priority: z.enum(ticketPriorities),
  projectId: z.uuid().nullable(),
  projectName: z.string().nullable(),
  turn: z.enum(['team', 'client', 'nobody']).describe('Who is to write next.'),
  isUnread: z.boolean().describe('Whether the other side has written since the caller last read.'),
  lastActivityAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});

const thread = {
  messages: z.array(ticketMessage).describe('The last 200, oldest first; `messages` of the ticket lists all.'),
  hasEarlier: z.boolean().describe('Whether there are messages before these.'),
  about: ticketTopic.nullable().describe('What the ticket asks about, as it was then, while the caller may see it.'),
};

export const ticketDetail = ticketSummary.extend(thread);

/** A ticket in the inbox of the team. */
export const teamTicketSummary = ticketSummary.extend({
  clientId: z.uuid(),
  clientName: z.string(),
  clientUserId: z.uuid(),
  clientUserName: z.string(),
  assigneeId: z.uuid().nullable(),
  assigneeName: z.string().nullable(),
  waitingSince: z.iso.datetime().nullable().describe('Since when a message of the client waits for an answer.'),
  firstAnsweredAt: z.iso.datetime().nullable(),
});

export const teamTicketDetail = teamTicketSummary.extend(thread);

/** The last activity first. */
export const ticketOrder = listOrder('SupportTicket', 'tickets', [
  { column: 'lastActivityAt', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id' },
]);

/** Who waits longest first, then the tickets that wait for nobody, the last activity first. */
export const inboxOrder = listOrder('SupportTicket', 'inbox', [
  { column: 'waitingSince', kind: 'instant', nulls: 'last' },
  { column: 'lastActivityAt', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id' },
]);

export const ticketFilter = pageQuery(ticketOrder).extend({
  status: z.enum(['all', ...ticketStatuses]).default('all'),
  projectId: recordId().optional(),
  search: line(100).optional(),
});

export const inboxFilter = pageQuery(inboxOrder).extend({
  status: z.enum(['all', ...ticketStatuses]).default('all'),
  assigned: z.enum(['me', 'nobody']).optional().describe('Assigned to the caller, or to nobody.'),
  priority: z.enum(ticketPriorities).optional(),
  category: z.enum(ticketCategories).optional(),
  clientId: recordId().optional(),
  projectId: recordId().optional(),
  search: line(100).optional().describe('In subjects, numbers, people, messages and notes.'),
});

export const ticketId = z.strictObject({ id: recordId() });

/** The page of a ticket before one of its messages. */
export const threadFilter = z.strictObject({ before: recordId().optional() });

/** The same for the team, with a saved reply to begin the answer with. */
export const teamThreadFilter = threadFilter.extend({ reply: recordId().optional() });

/** `id` is the ticket's. */
export const attachmentId = z.strictObject({ id: recordId(), attachmentId: recordId() });

export type TicketFilter = z.output<typeof ticketFilter>;
export type InboxFilter = z.output<typeof inboxFilter>;
export type TicketMessage = z.output<typeof ticketMessage>;
export type TicketSummary = z.output<typeof ticketSummary>;
export type TicketDetail = z.output<typeof ticketDetail>;
export type TeamTicketSummary = z.output<typeof teamTicketSummary>;
export type TeamTicketDetail = z.output<typeof teamTicketDetail>;
export type TicketFile = z.output<typeof ticketFile>;
