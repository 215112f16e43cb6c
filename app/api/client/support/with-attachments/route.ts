import { clientUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineUploadRoute } from '@/lib/doors/upload-route';
import { paths } from '@/lib/paths';
import { openTicketInput } from '@/lib/support/opening/schemas';
import { type TicketDetail, ticketDetail } from '@/lib/support/schemas';
import { mostFiles, openWithFiles } from '@/lib/support/uploads';

export const POST = defineUploadRoute({
  summary: 'Opens a ticket with files.',
  guard: clientUser,
  kind: 'attachment',
  fileField: 'attachments',
  most: mostFiles,
  input: openTicketInput,
  output: recordOf(ticketDetail),
  run: openWithFiles,
  runWithout: (input, actor, keep) => openWithFiles([], input, actor, keep),
  answer: (made: TicketDetail) => ({ data: made }),
  redirectTo: ({ data }) => paths.client.ticket(data.id),
});
