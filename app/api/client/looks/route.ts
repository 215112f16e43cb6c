import { clientUser } from '@/lib/authz/guards';
import { listOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { listLooks } from '@/lib/openings/queries';
import { look, lookFilter } from '@/lib/openings/schemas';

export const GET = defineReadRoute({
  summary: 'When somebody of the business looked at the portal as you, read-only.',
  guard: clientUser,
  input: lookFilter,
  output: listOf(look),
  run: (db, filter) => listLooks(db, filter),
});
