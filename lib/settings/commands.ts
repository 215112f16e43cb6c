import { recordAudit } from '@/lib/audit/commands';
import type { AdminWho } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { getSettings } from '@/lib/settings/queries';
import type { ChangeSettingsInput } from '@/lib/settings/schemas';
import { given } from '@/lib/without-undefined';

/** Changes the settings of the administrator's business; its portal follows on the very next request. */
export async function changeSettings(db: WriteDb, input: ChangeSettingsInput, who: AdminWho): Promise<void> {
  const before: Record<string, unknown> = await getSettings(db, who);
  const changed = Object.fromEntries(Object.entries(given(input)).filter(([key, value]) => before[key] !== value));
  if (Object.keys(changed).length === 0) return;
  await db.tenant.update({ where: { id: who.tenantId }, data: changed, select: { id: true } });
  await recordAudit(db, who, {
    action: 'settings.change',
    recordType: 'tenant',
    recordId: who.tenantId,
    detail: changed,
  });
}
