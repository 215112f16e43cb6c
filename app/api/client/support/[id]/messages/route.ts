import { clientUser } from '@/lib/authz/guards';
import { listOf, recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { requireTicket } from '@/lib/support/queries';
import { replyToTicket } from '@/lib/support/replies/commands';
import { replyInput } from '@/lib/support/replies/schemas';
import { ticketMessage } from '@/lib/support/schemas';
import { getMessage, listMessages } from '@/lib/support/thread/queries';
import { messageFilter } from '@/lib/support/thread/schemas';

export const GET = defineReadRoute({
  summary: 'The messages of a ticket, the latest first. The last of all is its question, with the id of the ticket.',
  guard: clientUser,
  input: messageFilter,
  output: listOf(ticketMessage),
  run: async (db, filter) => {
    await requireTicket(db, filter);
    return listMessages(db, filter, { notes: false });
  },
});

export const POST = defineWriteRoute({
  summary: 'Writes on a ticket of the caller. A closed one is open again.',
  guard: clientUser,
  input: replyInput,
  output: recordOf(ticketMessage),
  status: 201,
  idempotent: true,
  run: async (db, input, actor) => {
    const { id: messageId } = await replyToTicket(db, input, actor);
    return { data: await getMessage(db, { id: input.id, messageId }, { notes: false }) };
  },
});
