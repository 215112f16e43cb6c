import type { AdminWho } from '@/lib/authz/who';
import type { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import type { Settings } from '@/lib/settings/schemas';

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
} satisfies Prisma.TenantSelect;

/** The settings of the administrator's business. */
export function getSettings(db: ReadDb, { tenantId }: AdminWho): Promise<Settings> {
  return db.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: settings });
}
