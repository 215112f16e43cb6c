import { z } from 'zod';
import { TicketCategory, TicketPriority, TicketStatus } from '@/lib/db/generated/enums';
import { eventKind } from '@/lib/events/define';

/** A ticket is its own person's, not the whole client's: readers that write to people go by `clientUserId`. */
const ticket = { clientId: z.uuid(), clientUserId: z.uuid(), number: z.number().int(), subject: z.string() };
const assigned = { ...ticket, assigneeId: z.uuid().nullable() };

/** Events of support tickets and of what the team answers them with. No fact is the text of a message or a note. */
export const supportEvents = {
  'ticket.opened': eventKind('ticket', 'client', { ...ticket, projectId: z.uuid().nullable() }),
  'ticket.answered': eventKind('ticket', 'client', { ...assigned, messageId: z.uuid(), byClient: z.boolean() }),
  'ticket.noted': eventKind('ticket', 'team', { ...assigned, noteId: z.uuid() }),
  'ticket.status_changed': eventKind('ticket', 'client', {
    ...assigned,
    from: z.enum(TicketStatus),
    to: z.enum(TicketStatus),
  }),
  'ticket.assigned': eventKind('ticket', 'team', assigned),
  'ticket.changed': eventKind('ticket', 'team', {
    ...ticket,
    priority: z.enum(TicketPriority).optional(),
    category: z.enum(TicketCategory).optional(),
  }),
  'saved_reply.created': eventKind('saved_reply', 'team', { name: z.string() }),
  'saved_reply.changed': eventKind('saved_reply', 'team', { name: z.string() }),
  'saved_reply.removed': eventKind('saved_reply', 'team', { name: z.string() }),
  'settings.support_changed': eventKind('tenant', 'admins', {
    firstResponseHours: z.number().int().nullable(),
    resolutionHours: z.number().int().nullable(),
  }),
};
