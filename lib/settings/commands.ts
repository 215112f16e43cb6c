import { recordAudit } from '@/lib/audit/commands';
import type { AdminActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { getSettings } from '@/lib/settings/queries';
import type { ChangeSettingsInput } from '@/lib/settings/schemas';
import { withoutUndefined } from '@/lib/without-undefined';

/** Changes the settings of the administrator's business; its portal follows on the very next request. */
export async function changeSettings(db: WriteDb, input: ChangeSettingsInput, actor: AdminActor): Promise<void> {
  const before: Record<string, unknown> = await getSettings(db, actor);
  const changed = Object.fromEntries(
    Object.entries(withoutUndefined(input)).filter(([key, value]) => before[key] !== value),
  );
  if (Object.keys(changed).length === 0) return;
  await db.tenant.update({ where: { id: actor.tenantId }, data: changed, select: { id: true } });
  await recordAudit(db, actor, {
    action: 'settings.change',
    recordType: 'tenant',
    recordId: actor.tenantId,
    detail: changed,
  });
}
