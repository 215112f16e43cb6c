import { z } from 'zod';
import { growthOfMonth } from '@/lib/dashboard/figures/schemas';
import { tenantSummary } from '@/lib/tenants/schemas';

const { id, name, status, createdAt, storageQuotaBytes, lastSignInAt } = tenantSummary.shape;

/** A business with what it uses: counts only, as the platform sees no record of it. */
const tenantUse = z.object({
  ...{ id, name, status, createdAt, storageQuotaBytes, lastSignInAt },
  people: z.number().int(),
  projects: z.number().int(),
  storedBytes: z.number().int(),
});

/** The first page of the platform. Businesses are counted to 1,000. */
export const platformDashboard = z.object({
  active: z.number().int(),
  suspended: z.number().int(),
  tenants: z.array(tenantUse).describe('The newest twelve.'),
  growth: z.array(growthOfMonth).describe('The last twelve months, the earliest first.'),
});

export type TenantUse = z.output<typeof tenantUse>;
export type PlatformDashboard = z.output<typeof platformDashboard>;
