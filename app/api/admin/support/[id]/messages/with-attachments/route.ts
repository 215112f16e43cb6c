import { teamMember } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineUploadRoute } from '@/lib/doors/upload-route';
import { paths } from '@/lib/paths';
import { answerInput } from '@/lib/support/replies/schemas';
import { type TicketMessage, ticketMessage } from '@/lib/support/schemas';
import { answerWithFiles, mostFiles } from '@/lib/support/uploads';

export const POST = defineUploadRoute({
  summary: 'Answers or notes a ticket, with files. Those of a note are for the team alone.',
  guard: teamMember,
  kind: 'attachment',
  fileField: 'attachments',
  most: mostFiles,
  input: answerInput,
  output: recordOf(ticketMessage),
  run: answerWithFiles,
  runWithout: (input, actor, keep) => answerWithFiles([], input, actor, keep),
  answer: (made: TicketMessage) => ({ data: made }),
  redirectTo: (_answer, { id }) => paths.admin.ticket(id),
});
