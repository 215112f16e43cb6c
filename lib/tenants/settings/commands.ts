import type { AdminActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { recordEvent } from '@/lib/events/record';
import { letGoOfFiles } from '@/lib/storage/keep';
import { getSettings } from '@/lib/tenants/settings/queries';
import type { ChangeSettingsInput } from '@/lib/tenants/settings/schemas';
import { withoutUndefined } from '@/lib/without-undefined';

/** Changes the settings of the admin's tenant, effective from the next request. Records an event only for real changes. */
export async function changeSettings(db: WriteDb, input: ChangeSettingsInput, actor: AdminActor): Promise<void> {
  const before: Record<string, unknown> = await getSettings(db, actor);
  const named = Object.entries(input).filter(([key, value]) => value !== undefined && before[key] !== value);
  // Object.fromEntries loses the types of the keys; the entries are the input's own.
  const changed = Object.fromEntries(named) as Partial<ChangeSettingsInput>;
  if (named.length === 0) return;
  await db.tenant.update({ where: { id: actor.tenantId }, data: withoutUndefined(changed), select: { id: true } });
  await recordEvent(db, actor, { name: 'settings.changed', recordId: actor.tenantId, facts: changed, was: before });
}

/** Removes the logo; pages show the tenant's monogram again. */
export async function removeLogo(db: WriteDb, _input: object, actor: AdminActor): Promise<void> {
  await setLogo(db, null, actor);
}

/** Sets the logo to a stored file, or to none; the sweep removes the bytes of the old one later. */
export async function setLogo(db: WriteDb, logoFileId: string | null, actor: AdminActor): Promise<void> {
  const where = { id: actor.tenantId };
  const before = await db.tenant.findUniqueOrThrow({ where, select: { logoFileId: true } });
  await db.tenant.update({ where, data: { logoFileId }, select: { id: true } });
  if (before.logoFileId) await letGoOfFiles(db, [before.logoFileId]);
  const name = logoFileId ? 'settings.logo_changed' : 'settings.logo_removed';
  await recordEvent(db, actor, { name, recordId: actor.tenantId, facts: {} });
}
