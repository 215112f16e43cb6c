import { z } from 'zod';
import { anyUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { describeMe, me } from '@/lib/users/profile/me';

export const GET = defineReadRoute({
  summary: 'The person of the session or token.',
  guard: anyUser,
  input: z.strictObject({}),
  output: recordOf(me),
  run: async (_db, _input, actor) => ({ data: describeMe(actor) }),
});
