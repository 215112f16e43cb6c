import { z } from 'zod';
import { anyUser } from '@/lib/authz/guards';
import { defineReadRoute } from '@/lib/doors/route';
import { describeMe, me } from '@/lib/users/profile/me';

export const GET = defineReadRoute({
  summary: 'Who the session or token belongs to.',
  guard: anyUser,
  input: z.strictObject({}),
  output: z.object({ data: me }),
  run: async (_db, _input, actor) => ({ data: describeMe(actor) }),
});
