import { teamMember } from '@/lib/authz/guards';
import { listOf, recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { createSavedReply } from '@/lib/support/saved-replies/commands';
import { createSavedReplyInput, savedReply, savedReplyFilter } from '@/lib/support/saved-replies/schemas';
import { listSavedReplies } from '@/lib/support/saved-replies/team-queries';

export const GET = defineReadRoute({
  summary: 'The saved replies of the business, by name.',
  guard: teamMember,
  input: savedReplyFilter,
  output: listOf(savedReply),
  run: (db, filter) => listSavedReplies(db, filter),
});

export const POST = defineWriteRoute({
  summary: 'Keeps an answer to give again.',
  guard: teamMember,
  input: createSavedReplyInput,
  output: recordOf(savedReply),
  status: 201,
  idempotent: true,
  run: async (db, input, actor) => ({ data: await createSavedReply(db, input, actor) }),
});
