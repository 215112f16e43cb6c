import { clientUser } from '@/lib/authz/guards';
import { listOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { listProjects } from '@/lib/projects/queries';
import { projectFilter, projectSummary } from '@/lib/projects/schemas';

export const GET = defineReadRoute({
  summary: "The projects of the person's client, newest first, completed ones included.",
  guard: clientUser,
  input: projectFilter.omit({ clientId: true }),
  output: listOf(projectSummary),
  run: listProjects,
});
