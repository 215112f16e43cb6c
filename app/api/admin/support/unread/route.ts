import { z } from 'zod';
import { teamMember } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { countUnreadTickets } from '@/lib/support/reads/queries';
import { unreadTickets } from '@/lib/support/reads/schemas';

export const GET = defineReadRoute({
  summary:
    'How many tickets of the caller, or of nobody, hold a question that waits and that they have not read, up to 100.',
  guard: teamMember,
  input: z.strictObject({}),
  output: recordOf(unreadTickets),
  run: async (db, _input, actor) => ({ data: await countUnreadTickets(db, actor) }),
});
