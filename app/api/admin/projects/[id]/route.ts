import { teamMember } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { projectEdit } from '@/lib/projects/checks';
import { withSchedule } from '@/lib/projects/columns';
import { changeProject } from '@/lib/projects/commands';
import { changeProjectInput, projectId, teamProjectAnswer } from '@/lib/projects/schemas';
import { getTeamProject } from '@/lib/projects/team-queries';

const output = recordOf(teamProjectAnswer);

export const GET = defineReadRoute({
  summary: 'One project with its phases, its client and its contract value.',
  guard: teamMember,
  input: projectId,
  output,
  edits: projectEdit,
  run: async (db, input, { tenant }) => ({
    data: withSchedule(await getTeamProject(db, input), today(tenant.timeZone)),
  }),
});

export const PATCH = defineWriteRoute({
  summary: 'Changes the named fields of a project, all but its client.',
  guard: teamMember,
  input: changeProjectInput,
  output,
  edits: projectEdit,
  run: async (db, input, actor) => ({
    data: withSchedule(await changeProject(db, input, actor), today(actor.tenant.timeZone)),
  }),
});
