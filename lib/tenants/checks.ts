import type { PlatformActor } from '@/lib/authz/actor';
import { defineEdit } from '@/lib/edits/edit';
import { getTenant } from '@/lib/tenants/queries';
import type { TenantDetail } from '@/lib/tenants/schemas';

/** The platform's form of a tenant. */
export const tenantEdit = defineEdit<{ id: string }, PlatformActor, TenantDetail>({
  table: 'tenants',
  id: ({ id }) => id,
  read: getTenant,
  fields: ({ name, slug, storageQuotaBytes }) => ({ name, slug, storageQuotaGigabytes: storageQuotaBytes }),
  events: { record: 'tenant', names: ['tenant.onboarded', 'tenant.changed'] },
});
