import { adminUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineWriteRoute } from '@/lib/doors/route';
import { confirmClaim } from '@/lib/invoices/claims/commands';
import { confirmClaimInput, teamClaim } from '@/lib/invoices/claims/schemas';
import { getTeamClaim } from '@/lib/invoices/claims/team-queries';

export const POST = defineWriteRoute({
  summary: 'Confirms a claim: records the payment, allocated up to what is open of the invoice.',
  guard: adminUser,
  input: confirmClaimInput,
  output: recordOf(teamClaim),
  status: 200,
  idempotent: true,
  run: async (db, input, actor) => ({ data: await getTeamClaim(db, await confirmClaim(db, input, actor)) }),
});
