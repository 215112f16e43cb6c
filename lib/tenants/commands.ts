import type { PlatformActor } from '@/lib/authz/actor';
import { refusing } from '@/lib/db/constraint-errors';
import type { WriteDb } from '@/lib/db/handles';
import { conflict, invalid } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { getTenant } from '@/lib/tenants/queries';
import type { ChangeTenantInput, TenantDetail } from '@/lib/tenants/schemas';
import { withoutUndefined } from '@/lib/without-undefined';

/** Changes a tenant's name, address or storage quota, suspends or resumes it. Throws NOT_FOUND, VALIDATION, CONFLICT. */
export async function changeTenant(
  db: WriteDb,
  { id, name, slug, status, storageQuotaBytes }: ChangeTenantInput,
  actor: PlatformActor,
): Promise<TenantDetail> {
  const before = await getTenant(db, { id });
  if (status === before.status) throw conflict(status === 'active' ? 'alreadyActive' : 'alreadySuspended');
  if (slug && slug !== before.slug) await requireFreeSlug(db, slug);
  const changed = withoutUndefined({ name, slug, storageQuotaBytes });
  const moved = status ? { status, suspendedAt: status === 'suspended' ? new Date() : null } : {};
  const data = { ...changed, ...moved };
  await refusing(db.tenant.update({ where: { id }, data, select: { id: true } }), slugTaken);
  await recordEvent(
    db,
    actor,
    status
      ? {
          name: status === 'suspended' ? 'tenant.suspended' : 'tenant.resumed',
          recordId: id,
          facts: { ...changed, status },
        }
      : { name: 'tenant.changed', recordId: id, facts: changed, was: before },
  );
  return getTenant(db, { id });
}

/** Suspends a tenant: none of its people is admitted from their next request. */
export function suspendTenant(db: WriteDb, { id }: { id: string }, actor: PlatformActor): Promise<TenantDetail> {
  return changeTenant(db, { id, status: 'suspended' }, actor);
}

/** Resumes a suspended tenant; the sessions of its people are still valid. */
export function resumeTenant(db: WriteDb, { id }: { id: string }, actor: PlatformActor): Promise<TenantDetail> {
  return changeTenant(db, { id, status: 'active' }, actor);
}

/** Throws VALIDATION where another tenant has this address. */
export async function requireFreeSlug(db: WriteDb, slug: string): Promise<void> {
  if (await db.tenant.findUnique({ where: { slug }, select: { id: true } })) throw slugTaken.tenants_slug_key();
}

/** The error of an address that another tenant has, by the name of its unique index. */
export const slugTaken = { tenants_slug_key: () => invalid({ slug: 'slugTaken' }) };
