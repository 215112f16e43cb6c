import { adminUser } from '@/lib/authz/guards';
import { listOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { claimFilter, teamClaim } from '@/lib/invoices/claims/schemas';
import { listClaims } from '@/lib/invoices/claims/team-queries';

export const GET = defineReadRoute({
  summary: 'Which invoices clients say they have paid, the latest claim first.',
  guard: adminUser,
  input: claimFilter,
  output: listOf(teamClaim),
  run: (db, filter) => listClaims(db, filter),
});
