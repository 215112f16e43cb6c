import { teamMember } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { projectEdit } from '@/lib/projects/checks';
import { changeProject } from '@/lib/projects/commands';
import { changeProjectInput, projectId, teamProjectDetail } from '@/lib/projects/schemas';
import { getTeamProject } from '@/lib/projects/team-queries';

const output = recordOf(teamProjectDetail);

export const GET = defineReadRoute({
  summary: 'One project with its phases, its client and its contract value.',
  guard: teamMember,
  input: projectId,
  output,
  edits: projectEdit,
  run: async (db, input) => ({ data: await getTeamProject(db, input) }),
});

export const PATCH = defineWriteRoute({
  summary: 'Changes the named fields of a project, all but its client.',
  guard: teamMember,
  input: changeProjectInput,
  output,
  edits: projectEdit,
  run: async (db, input, actor) => ({ data: await changeProject(db, input, actor) }),
});
