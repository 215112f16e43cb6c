import { teamMember } from '@/lib/authz/guards';
import { moveDocumentInput, teamDocumentDetail } from '@/lib/documents/schemas';
import { getTeamDocument } from '@/lib/documents/team-queries';
import { moveDocument } from '@/lib/documents/transitions/commands';
import { recordOf } from '@/lib/doors/envelope';
import { defineWriteRoute } from '@/lib/doors/route';

export const POST = defineWriteRoute({
  summary: 'Moves a document to another state; a 409 names the states that it can go to, in words and as `allowed`.',
  guard: teamMember,
  input: moveDocumentInput,
  output: recordOf(teamDocumentDetail),
  run: async (db, input, actor) => {
    await moveDocument(db, input, actor);
    return { data: await getTeamDocument(db, input, actor) };
  },
});
