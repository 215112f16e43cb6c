import { adminUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineWriteRoute } from '@/lib/doors/route';
import { declineClaim } from '@/lib/invoices/claims/commands';
import { declineClaimInput, teamClaim } from '@/lib/invoices/claims/schemas';
import { getTeamClaim } from '@/lib/invoices/claims/team-queries';

export const POST = defineWriteRoute({
  summary: 'Declines a claim with a reason that the client reads.',
  guard: adminUser,
  input: declineClaimInput,
  output: recordOf(teamClaim),
  status: 200,
  idempotent: true,
  run: async (db, input, actor) => ({ data: await getTeamClaim(db, await declineClaim(db, input, actor)) }),
});
