import { clientUser } from '@/lib/authz/guards';
import { listOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { listGuestVisits } from '@/lib/guests/queries';
import { guestVisit, guestVisitFilter } from '@/lib/guests/schemas';

export const GET = defineReadRoute({
  summary: 'What the holder of one of your guest passes looked at, the latest first.',
  guard: clientUser,
  input: guestVisitFilter,
  output: listOf(guestVisit),
  run: (db, filter) => listGuestVisits(db, filter),
});
