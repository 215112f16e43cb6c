import { teamMember } from '@/lib/authz/guards';
import { listOf, recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { writeNote } from '@/lib/updates/comments/commands';
import { noteFilter, updateNote, writeCommentInput } from '@/lib/updates/comments/schemas';
import { getNote, listNotes } from '@/lib/updates/comments/team-queries';

export const GET = defineReadRoute({
  summary: 'The internal comments on an update, the oldest first.',
  guard: teamMember,
  input: noteFilter,
  output: listOf(updateNote),
  run: (db, filter) => listNotes(db, filter),
});

export const POST = defineWriteRoute({
  summary: 'Writes an internal comment on an update, which only the team reads.',
  guard: teamMember,
  input: writeCommentInput,
  output: recordOf(updateNote),
  status: 201,
  idempotent: true,
  run: async (db, input, actor) => ({ data: await getNote(db, await writeNote(db, input, actor)) }),
});
