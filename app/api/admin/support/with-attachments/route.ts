import { teamMember } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineUploadRoute } from '@/lib/doors/upload-route';
import { paths } from '@/lib/paths';
import { openTicketForInput } from '@/lib/support/opening/schemas';
import { type TeamTicketDetail, teamTicketDetail } from '@/lib/support/schemas';
import { mostFiles, openForWithFiles } from '@/lib/support/uploads';

export const POST = defineUploadRoute({
  summary: 'Opens a ticket for a person of a client, with files.',
  guard: teamMember,
  kind: 'attachment',
  fileField: 'attachments',
  most: mostFiles,
  input: openTicketForInput,
  output: recordOf(teamTicketDetail),
  run: openForWithFiles,
  runWithout: (input, actor, keep) => openForWithFiles([], input, actor, keep),
  answer: (made: TeamTicketDetail) => ({ data: made }),
  redirectTo: ({ data }) => paths.admin.ticket(data.id),
});
