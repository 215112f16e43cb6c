import { platformUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { tenantEdit } from '@/lib/tenants/checks';
import { changeTenant } from '@/lib/tenants/commands';
import { getTenant } from '@/lib/tenants/queries';
import { changeTenantInput, tenantDetail, tenantId } from '@/lib/tenants/schemas';

export const GET = defineReadRoute({
  summary: 'One business with its people and usage counts.',
  guard: platformUser,
  input: tenantId,
  output: recordOf(tenantDetail),
  edits: tenantEdit,
  run: async (db, input) => ({ data: await getTenant(db, input) }),
});

export const PATCH = defineWriteRoute({
  summary: 'Renames a business, suspends it or lets it resume.',
  guard: platformUser,
  input: changeTenantInput,
  output: recordOf(tenantDetail),
  edits: tenantEdit,
  run: async (db, input, actor) => ({ data: await changeTenant(db, input, actor) }),
});
