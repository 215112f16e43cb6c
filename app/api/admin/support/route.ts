import { teamMember } from '@/lib/authz/guards';
import { listOf, recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { openTicketFor } from '@/lib/support/opening/commands';
import { openTicketForInput } from '@/lib/support/opening/schemas';
import { inboxFilter, teamTicketDetail, teamTicketSummary } from '@/lib/support/schemas';
import { findTickets, getTeamTicket, listInbox } from '@/lib/support/team-queries';

export const GET = defineReadRoute({
  summary: 'The tickets of the business: who waits longest first, then the last activity.',
  guard: teamMember,
  input: inboxFilter,
  output: listOf(teamTicketSummary),
  run: async (db, filter, actor) => listInbox(db, filter, await findTickets(db, filter.search), actor),
});

export const POST = defineWriteRoute({
  summary: 'Opens a ticket for a person of a client, who is told of it. It is assigned to the caller.',
  guard: teamMember,
  input: openTicketForInput,
  output: recordOf(teamTicketDetail),
  status: 201,
  idempotent: true,
  run: async (db, input, actor) => ({ data: await getTeamTicket(db, await openTicketFor(db, input, actor), actor) }),
});
