import { z } from 'zod';
import { clientUser } from '@/lib/authz/guards';
import { defineReadRoute } from '@/lib/doors/route';
import { listProjects } from '@/lib/projects/queries';
import { projectFilter, projectSummary } from '@/lib/projects/schemas';

export const GET = defineReadRoute({
  summary: "The projects of the person's client, newest first, completed ones included.",
  guard: clientUser,
  input: projectFilter.omit({ clientId: true }),
  output: z.object({ data: z.array(projectSummary), nextCursor: z.string().nullable() }),
  run: listProjects,
});
