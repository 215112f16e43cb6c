import { teamMember } from '@/lib/authz/guards';
import { listOf, recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { requireTicket } from '@/lib/support/queries';
import { answerTicket } from '@/lib/support/replies/commands';
import { answerInput } from '@/lib/support/replies/schemas';
import { ticketMessage } from '@/lib/support/schemas';
import { getMessage, listMessages } from '@/lib/support/thread/queries';
import { messageFilter } from '@/lib/support/thread/schemas';

export const GET = defineReadRoute({
  summary: 'The messages and internal notes of a ticket, the latest first. The last of all is its question.',
  guard: teamMember,
  input: messageFilter,
  output: listOf(ticketMessage),
  run: async (db, filter) => {
    await requireTicket(db, filter);
    return listMessages(db, filter, { notes: true });
  },
});

export const POST = defineWriteRoute({
  summary: 'Answers a ticket, or leaves a note on it that only the team sees.',
  guard: teamMember,
  input: answerInput,
  output: recordOf(ticketMessage),
  status: 201,
  idempotent: true,
  run: async (db, input, actor) => {
    const { id: messageId } = await answerTicket(db, input, actor);
    return { data: await getMessage(db, { id: input.id, messageId }, { notes: true }) };
  },
});
