import type { AdminActor } from '@/lib/authz/actor';
import type { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import type { Settings } from '@/lib/tenants/settings/schemas';

const settings = {
  name: true,
  email: true,
  phone: true,
  website: true,
  address: true,
  taxNumber: true,
  locale: true,
  timeZone: true,
  currency: true,
  accent: true,
  showcaseEnabled: true,
  showcaseProjectNames: true,
  guestPassesEnabled: true,
  dateHistoryShown: true,
} satisfies Prisma.TenantSelect;

/** The settings of the admin's tenant. */
export function getSettings(db: ReadDb, { tenantId }: AdminActor): Promise<Settings> {
  return db.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: settings });
}

/** The size of all files of the admin's tenant, by the sums that triggers keep, and its quota, in bytes. */
export async function getStorageUse(
  db: ReadDb,
  { tenantId }: AdminActor,
): Promise<{ storedBytes: number; quotaBytes: number }> {
  const [row] = await db.$queryRaw<{ stored: bigint; quota: bigint }[]>`
    select storage_quota_bytes as quota, (select coalesce(sum(amount), 0)::bigint from rollups where kind = 'bytes') as stored
    from tenants where id = ${tenantId}::uuid`;
  const { stored, quota } = orNotFound(row);
  return { storedBytes: Number(stored), quotaBytes: Number(quota) };
}
