import { z } from 'zod';
import { clientUser } from '@/lib/authz/guards';
import { defineReadRoute } from '@/lib/doors/route';
import { recordId } from '@/lib/portal/record-id';
import { phaseDetail, phaseFilter } from '@/lib/projects/phase-schemas';
import { listPhases } from '@/lib/projects/queries';

export const GET = defineReadRoute({
  summary: "The phases of the person's projects, or of one of them, project by project in their order.",
  who: clientUser,
  input: phaseFilter.extend({ projectId: z.string().optional() }),
  output: z.object({ data: z.array(phaseDetail), nextCursor: z.string().nullable() }),
  run: (db, { projectId, ...page }) =>
    listPhases(db, projectId === undefined ? page : { ...page, projectId: recordId(projectId) }),
});
