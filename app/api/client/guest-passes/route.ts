import { clientUser } from '@/lib/authz/guards';
import { listOf, recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { withHashedPassword } from '@/lib/guests/checks';
import { createGuestPass } from '@/lib/guests/commands';
import { listGuestPasses } from '@/lib/guests/queries';
import { createGuestPassInput, guestPass, guestPassFilter, newGuestPass } from '@/lib/guests/schemas';

export const GET = defineReadRoute({
  summary: 'The guest passes that you handed out, the newest first.',
  guard: clientUser,
  input: guestPassFilter,
  output: listOf(guestPass),
  run: (db, filter) => listGuestPasses(db, filter),
});

export const POST = defineWriteRoute({
  summary: 'Hands out a guest pass. Its address is in this answer only.',
  guard: clientUser,
  input: createGuestPassInput,
  output: recordOf(newGuestPass),
  status: 201,
  idempotent: true,
  prepare: withHashedPassword,
  run: async (db, input, actor) => ({ data: await createGuestPass(db, input, actor) }),
});
