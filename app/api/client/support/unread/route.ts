import { z } from 'zod';
import { clientUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { countUnreadTickets } from '@/lib/support/reads/queries';
import { unreadTickets } from '@/lib/support/reads/schemas';

export const GET = defineReadRoute({
  summary: 'How many tickets of the caller hold an answer that they have not read, up to 100.',
  guard: clientUser,
  input: z.strictObject({}),
  output: recordOf(unreadTickets),
  run: async (db, _input, actor) => ({ data: await countUnreadTickets(db, actor) }),
});
