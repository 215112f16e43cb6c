'use server';

import { platformUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { gigabyte } from '@/lib/format';
import { paths } from '@/lib/paths';
import { tenantEdit } from '@/lib/tenants/checks';
import { changeTenant, resumeTenant, suspendTenant } from '@/lib/tenants/commands';
import { onboardTenant } from '@/lib/tenants/onboarding/commands';
import { changeTenantForm, onboardedTenant, onboardTenantInput, tenantId } from '@/lib/tenants/schemas';

export const onboardTenantAction = defineAction({
  guard: platformUser,
  input: onboardTenantInput,
  run: onboardTenant,
  answer: onboardedTenant.pick({ invitations: true }),
});

export const changeTenantAction = defineAction({
  guard: platformUser,
  input: changeTenantForm,
  edits: tenantEdit,
  run: (db, { storageQuotaGigabytes, ...input }, actor) =>
    changeTenant(db, { ...input, storageQuotaBytes: Math.round(storageQuotaGigabytes * gigabyte) }, actor),
  redirectTo: (tenant) => paths.platform.tenants.show(tenant.id),
});

export const suspendTenantAction = defineAction({ guard: platformUser, input: tenantId, run: suspendTenant });

export const resumeTenantAction = defineAction({ guard: platformUser, input: tenantId, run: resumeTenant });
