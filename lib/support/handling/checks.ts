import type { TeamActor } from '@/lib/authz/actor';
import { defineEdit } from '@/lib/edits/edit';
import { orNotFound } from '@/lib/errors';
import type { TeamTicketSummary } from '@/lib/support/schemas';

type Handled = Pick<TeamTicketSummary, 'status' | 'priority' | 'category' | 'assigneeId'>;

/** The form by which a ticket is handled: a change of its thread is no conflict. */
export const ticketEdit = defineEdit<{ id: string }, TeamActor, Handled>({
  table: 'support_tickets',
  id: ({ id }) => id,
  read: async (db, { id }) => {
    const select = { status: true, priority: true, category: true, assigneeId: true } as const;
    return orNotFound(await db.supportTicket.findUnique({ where: { id }, select }));
  },
  fields: ({ status, priority, category, assigneeId }) => ({ status, priority, category, assigneeId }),
  events: {
    record: 'ticket',
    names: ['ticket.status_changed', 'ticket.assigned', 'ticket.changed', 'ticket.answered'],
  },
});
