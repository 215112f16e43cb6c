import type { AdminActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { recordEvent } from '@/lib/events/record';
import { getSettings } from '@/lib/settings/queries';
import type { ChangeSettingsInput } from '@/lib/settings/schemas';
import { withoutUndefined } from '@/lib/without-undefined';

/** Changes the settings of the admin's tenant, effective from the next request. Records an event only for real changes. */
export async function changeSettings(db: WriteDb, input: ChangeSettingsInput, actor: AdminActor): Promise<void> {
  const before: Record<string, unknown> = await getSettings(db, actor);
  const named = Object.entries(input).filter(([key, value]) => value !== undefined && before[key] !== value);
  // Object.fromEntries forgets the keys' types; the entries are the input's own.
  const changed = Object.fromEntries(named) as Partial<ChangeSettingsInput>;
  if (named.length === 0) return;
  await db.tenant.update({ where: { id: actor.tenantId }, data: withoutUndefined(changed), select: { id: true } });
  await recordEvent(db, actor, { name: 'settings.changed', recordId: actor.tenantId, facts: changed });
}
