import { adminUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { claimId, teamClaim } from '@/lib/invoices/claims/schemas';
import { getTeamClaim } from '@/lib/invoices/claims/team-queries';

export const GET = defineReadRoute({
  summary: 'One claim that an invoice is paid.',
  guard: adminUser,
  input: claimId,
  output: recordOf(teamClaim),
  run: async (db, input) => ({ data: await getTeamClaim(db, input) }),
});
