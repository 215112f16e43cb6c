import { teamMember } from '@/lib/authz/guards';
import { listOf, recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { postUpdate } from '@/lib/updates/commands';
import { postUpdateInput, projectUpdateFilter, teamUpdate } from '@/lib/updates/schemas';
import { listTeamUpdates } from '@/lib/updates/team-queries';

export const GET = defineReadRoute({
  summary: 'The updates of a project with the drafts, the latest first.',
  guard: teamMember,
  input: projectUpdateFilter,
  output: listOf(teamUpdate),
  run: (db, filter) => listTeamUpdates(db, filter),
});

export const POST = defineWriteRoute({
  summary: 'Writes an update of a project: a draft, or with `publish` visible to its client at once.',
  guard: teamMember,
  input: postUpdateInput,
  output: recordOf(teamUpdate),
  status: 201,
  idempotent: true,
  run: async (db, input, actor) => ({ data: await postUpdate(db, input, actor) }),
});
