import { clientUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineUploadRoute } from '@/lib/doors/upload-route';
import { paths } from '@/lib/paths';
import { replyInput } from '@/lib/support/replies/schemas';
import { type TicketMessage, ticketMessage } from '@/lib/support/schemas';
import { mostFiles, replyWithFiles } from '@/lib/support/uploads';

export const POST = defineUploadRoute({
  summary: 'Writes on a ticket of the caller, with files. A closed one is open again.',
  guard: clientUser,
  kind: 'attachment',
  fileField: 'attachments',
  most: mostFiles,
  input: replyInput,
  output: recordOf(ticketMessage),
  run: replyWithFiles,
  runWithout: (input, actor, keep) => replyWithFiles([], input, actor, keep),
  answer: (made: TicketMessage) => ({ data: made }),
  redirectTo: (_answer, { id }) => paths.client.ticket(id),
});
