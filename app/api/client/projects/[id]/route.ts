import { z } from 'zod';
import { clientUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { recordId } from '@/lib/fields';
import { getProject } from '@/lib/projects/queries';
import { projectDetail } from '@/lib/projects/schemas';

export const GET = defineReadRoute({
  summary: 'One project with its phases.',
  guard: clientUser,
  input: z.strictObject({ id: recordId() }),
  output: recordOf(projectDetail),
  run: async (db, input) => ({ data: await getProject(db, input) }),
});
