import { clientUser } from '@/lib/authz/guards';
import { listOf, recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { openTicket } from '@/lib/support/opening/commands';
import { openTicketInput } from '@/lib/support/opening/schemas';
import { getTicket, listTickets } from '@/lib/support/queries';
import { ticketDetail, ticketFilter, ticketSummary } from '@/lib/support/schemas';

export const GET = defineReadRoute({
  summary: 'The tickets of the caller, the last activity first.',
  guard: clientUser,
  input: ticketFilter,
  output: listOf(ticketSummary),
  run: (db, filter, actor) => listTickets(db, filter, actor),
});

export const POST = defineWriteRoute({
  summary: 'Opens a ticket.',
  guard: clientUser,
  input: openTicketInput,
  output: recordOf(ticketDetail),
  status: 201,
  idempotent: true,
  run: async (db, input, actor) => ({ data: await getTicket(db, await openTicket(db, input, actor), actor) }),
});
