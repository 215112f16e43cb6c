import { z } from 'zod';
import { clientUser } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { recordId } from '@/lib/fields';
import { withSchedule } from '@/lib/projects/columns';
import { getProject } from '@/lib/projects/queries';
import { projectAnswer } from '@/lib/projects/schemas';

export const GET = defineReadRoute({
  summary: 'One project with its phases, and what its plan says.',
  guard: clientUser,
  input: z.strictObject({ id: recordId() }),
  output: recordOf(projectAnswer),
  run: async (db, input, actor) => ({ data: withSchedule(await getProject(db, input), today(actor.tenant.timeZone)) }),
});
