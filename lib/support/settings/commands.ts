import type { AdminActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { recordEvent } from '@/lib/events/record';
import type { ChangeTargetsInput } from '@/lib/support/settings/schemas';

/** Sets within how many hours the business means to answer first, and to close. */
export async function changeTargets(db: WriteDb, targets: ChangeTargetsInput, actor: AdminActor): Promise<void> {
  const { tenantId } = actor;
  const { count } = await db.supportSettings.updateMany({ where: { tenantId }, data: targets });
  if (count === 0) await db.supportSettings.create({ data: { tenantId, ...targets }, select: { tenantId: true } });
  await recordEvent(db, actor, { name: 'settings.support_changed', recordId: tenantId, facts: targets });
}
