import { teamMember } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineWriteRoute } from '@/lib/doors/route';
import { publishUpdate } from '@/lib/updates/commands';
import { teamUpdate, updateOfProject } from '@/lib/updates/schemas';

export const POST = defineWriteRoute({
  summary: 'Makes a draft visible to the client, under the date of today.',
  guard: teamMember,
  input: updateOfProject,
  output: recordOf(teamUpdate),
  run: async (db, input, actor) => ({ data: await publishUpdate(db, input, actor) }),
});
