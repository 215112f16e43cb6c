import { teamMember } from '@/lib/authz/guards';
import { listOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { inboxFilter, teamTicketSummary } from '@/lib/support/schemas';
import { findTickets, listInbox } from '@/lib/support/team-queries';

export const GET = defineReadRoute({
  summary: 'The tickets of the business: who waits longest first, then the last activity.',
  guard: teamMember,
  input: inboxFilter,
  output: listOf(teamTicketSummary),
  run: async (db, filter, actor) => listInbox(db, filter, await findTickets(db, filter.search), actor),
});
