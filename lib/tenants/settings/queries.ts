import type { AdminActor } from '@/lib/authz/actor';
import type { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
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
} satisfies Prisma.TenantSelect;

/** The settings of the admin's tenant. */
export function getSettings(db: ReadDb, { tenantId }: AdminActor): Promise<Settings> {
  return db.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: settings });
}

/** The size of all files of the admin's tenant and its quota, in bytes. */
export async function getStorageUse(
  db: ReadDb,
  { tenantId }: AdminActor,
): Promise<{ storedBytes: number; quotaBytes: number }> {
  const { storageQuotaBytes } = await db.tenant.findUniqueOrThrow({
    where: { id: tenantId },
    select: { storageQuotaBytes: true },
  });
  const { _sum } = await db.storedFile.aggregate({ _sum: { byteSize: true } });
  return { storedBytes: Number(_sum.byteSize ?? 0), quotaBytes: Number(storageQuotaBytes) };
}
