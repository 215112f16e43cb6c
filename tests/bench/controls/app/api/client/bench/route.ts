import { z } from 'zod';
import { clientUser } from '@/lib/authz/guards';
import { defineReadRoute } from '@/lib/doors/route';

/** The floor of a route of the portal: identification, input, a transaction without a query. */
export const GET = defineReadRoute({
  summary: 'Answers nothing',
  guard: clientUser,
  input: z.strictObject({}),
  output: z.object({ data: z.array(z.string()) }),
  run: async () => ({ data: [] }),
});
