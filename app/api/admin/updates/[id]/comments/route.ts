import { teamMember } from '@/lib/authz/guards';
import { listOf, recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { writeComment } from '@/lib/updates/comments/commands';
import { getComment, listComments } from '@/lib/updates/comments/queries';
import { commentFilter, updateComment, writeCommentInput } from '@/lib/updates/comments/schemas';

export const GET = defineReadRoute({
  summary: 'The comments of both sides on an update, the oldest first.',
  guard: teamMember,
  input: commentFilter,
  output: listOf(updateComment),
  run: (db, filter) => listComments(db, filter),
});

export const POST = defineWriteRoute({
  summary: 'Writes a comment on a published update, which both sides read.',
  guard: teamMember,
  input: writeCommentInput,
  output: recordOf(updateComment),
  status: 201,
  idempotent: true,
  run: async (db, input, actor) => ({ data: await getComment(db, await writeComment(db, input, actor)) }),
});
