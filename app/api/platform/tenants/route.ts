import { platformUser } from '@/lib/authz/guards';
import { listOf, recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { onboardTenant } from '@/lib/tenants/onboarding/commands';
import { listTenants } from '@/lib/tenants/queries';
import { onboardedTenant, onboardTenantInput, tenantFilter, tenantSummary } from '@/lib/tenants/schemas';

export const GET = defineReadRoute({
  summary: 'The businesses on this installation, newest first, with their usage counts.',
  guard: platformUser,
  input: tenantFilter,
  output: listOf(tenantSummary),
  run: listTenants,
});

export const POST = defineWriteRoute({
  summary: 'Onboards a business with its first admin and, if wanted, a first client user and project.',
  guard: platformUser,
  input: onboardTenantInput,
  output: recordOf(onboardedTenant),
  status: 201,
  idempotent: true,
  run: async (db, input, actor) => ({ data: await onboardTenant(db, input, actor) }),
});
