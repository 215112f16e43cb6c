import { teamMember } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { ticketEdit } from '@/lib/support/handling/checks';
import { changeTicket } from '@/lib/support/handling/commands';
import { changeTicketInput } from '@/lib/support/handling/schemas';
import { teamTicketDetail, ticketId } from '@/lib/support/schemas';
import { getTeamTicket } from '@/lib/support/team-queries';

export const GET = defineReadRoute({
  summary: 'One ticket with its last messages and internal notes.',
  guard: teamMember,
  input: ticketId,
  output: recordOf(teamTicketDetail),
  edits: ticketEdit,
  run: async (db, input, actor) => ({ data: await getTeamTicket(db, input, actor) }),
});

export const PATCH = defineWriteRoute({
  summary: 'Changes the status, priority, category or assignee of a ticket.',
  guard: teamMember,
  input: changeTicketInput,
  output: recordOf(teamTicketDetail),
  edits: ticketEdit,
  run: async (db, input, actor) => ({ data: await getTeamTicket(db, await changeTicket(db, input, actor), actor) }),
});
