import { teamMember } from '@/lib/authz/guards';
import { listOf, recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { createProject } from '@/lib/projects/commands';
import { createProjectInput, projectFilter, teamProjectDetail, teamProjectSummary } from '@/lib/projects/schemas';
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
  output: recordOf(teamProjectDetail),
  status: 201,
  idempotent: true,
  run: async (db, input, actor) => ({ data: await createProject(db, input, actor) }),
});
