import { z } from 'zod';
import { platformUser } from '@/lib/authz/guards';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { onboardTenant } from '@/lib/tenants/onboarding/commands';
import { listTenants } from '@/lib/tenants/queries';
import { onboardedTenant, onboardTenantInput, tenantFilter, tenantSummary } from '@/lib/tenants/schemas';

export const GET = defineReadRoute({
  summary: 'The businesses on this installation, newest first, with their usage counts.',
  guard: platformUser,
  input: tenantFilter,
  output: z.object({ data: z.array(tenantSummary), nextCursor: z.string().nullable() }),
  run: listTenants,
});

export const POST = defineWriteRoute({
  summary: 'Onboards a business with its first admin and, if wanted, a first client user and project.',
  guard: platformUser,
  input: onboardTenantInput,
  output: z.object({ data: onboardedTenant }),
  status: 201,
  run: async (db, input, actor) => ({ data: await onboardTenant(db, input, actor) }),
});
