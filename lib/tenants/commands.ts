import { recordAudit } from '@/lib/audit/commands';
import type { PlatformActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { conflict, invalid, orNotFound } from '@/lib/errors';
import { getTenant } from '@/lib/tenants/queries';
import type { ChangeTenantInput, TenantDetail } from '@/lib/tenants/schemas';
import { withoutUndefined } from '@/lib/without-undefined';

/** Changes a business's name, address or room for files, suspends it or lets it resume. Throws NOT_FOUND, VALIDATION, CONFLICT. */
export async function changeTenant(
  db: WriteDb,
  { id, name, slug, status, storageQuotaBytes }: ChangeTenantInput,
  actor: PlatformActor,
): Promise<TenantDetail> {
  const before = orNotFound(
    await db.tenant.findUnique({ where: { id }, select: { name: true, slug: true, status: true } }),
  );
  if (status === before.status) throw conflict(status === 'active' ? 'alreadyActive' : 'alreadySuspended');
  if (slug && slug !== before.slug) await requireFreeSlug(db, slug);
  const changed = withoutUndefined({ name, slug, storageQuotaBytes });
  const moved = status ? { status, suspendedAt: status === 'suspended' ? new Date() : null } : {};
  await db.tenant.update({ where: { id }, data: { ...changed, ...moved }, select: { id: true } });
  const action = status === 'suspended' ? 'tenant.suspend' : status === 'active' ? 'tenant.resume' : 'tenant.change';
  await recordAudit(db, actor, { action, recordType: 'tenant', recordId: id, detail: changed });
  return getTenant(db, { id });
}

/** From the very next request on, nobody of the business gets in. */
export function suspendTenant(db: WriteDb, { id }: { id: string }, actor: PlatformActor): Promise<TenantDetail> {
  return changeTenant(db, { id, status: 'suspended' }, actor);
}

/** Lets the people of a suspended business in again; their sessions were kept. */
export function resumeTenant(db: WriteDb, { id }: { id: string }, actor: PlatformActor): Promise<TenantDetail> {
  return changeTenant(db, { id, status: 'active' }, actor);
}

/** Throws VALIDATION where another business has this address. */
export async function requireFreeSlug(db: WriteDb, slug: string): Promise<void> {
  if (await db.tenant.findUnique({ where: { slug }, select: { id: true } })) throw invalid({ slug: 'slugTaken' });
}
