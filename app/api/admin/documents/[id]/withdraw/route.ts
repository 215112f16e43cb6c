import { adminUser } from '@/lib/authz/guards';
import { documentId, teamDocumentDetail } from '@/lib/documents/schemas';
import { getTeamDocument } from '@/lib/documents/team-queries';
import { withdrawDocument } from '@/lib/documents/transitions/commands';
import { recordOf } from '@/lib/doors/envelope';
import { defineWriteRoute } from '@/lib/doors/route';

export const POST = defineWriteRoute({
  summary: 'Withdraws the published version of a document from clients, also where a newer version exists.',
  guard: adminUser,
  input: documentId,
  output: recordOf(teamDocumentDetail),
  run: async (db, input, actor) => {
    await withdrawDocument(db, input, actor);
    return { data: await getTeamDocument(db, input, actor) };
  },
});
