import { teamMember } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { listOf, recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { withSchedule } from '@/lib/projects/columns';
import { createProject } from '@/lib/projects/commands';
import { createProjectInput, projectFilter, teamProjectAnswer, teamProjectSummary } from '@/lib/projects/schemas';
import { listTeamProjects } from '@/lib/projects/team-queries';

export const GET = defineReadRoute({
  summary: "The business's projects, newest first, each with its client and its progress.",
  guard: teamMember,
  input: projectFilter,
  output: listOf(teamProjectSummary),
  run: listTeamProjects,
});

export const POST = defineWriteRoute({
  summary: 'Creates a project for a client, or for the client of a person who becomes its contact.',
  guard: teamMember,
  input: createProjectInput,
  output: recordOf(teamProjectAnswer),
  status: 201,
  idempotent: true,
  run: async (db, input, actor) => ({
    data: withSchedule(await createProject(db, input, actor), today(actor.tenant.timeZone)),
  }),
});
