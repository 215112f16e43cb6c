import { clientUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { getTicket } from '@/lib/support/queries';
import { ticketDetail, ticketId } from '@/lib/support/schemas';

export const GET = defineReadRoute({
  summary: 'One ticket of the caller with its last messages.',
  guard: clientUser,
  input: ticketId,
  output: recordOf(ticketDetail),
  run: async (db, input, actor) => ({ data: await getTicket(db, input, actor) }),
});
