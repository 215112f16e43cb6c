import { clientUser } from '@/lib/authz/guards';
import { listOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { listOpenings } from '@/lib/openings/queries';
import { opening, openingFilter } from '@/lib/openings/schemas';

export const GET = defineReadRoute({
  summary: 'What you and the other people of your client opened and downloaded, as the business sees it too.',
  guard: clientUser,
  input: openingFilter,
  output: listOf(opening),
  run: (db, filter) => listOpenings(db, filter),
});
