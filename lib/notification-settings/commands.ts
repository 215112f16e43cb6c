import type { ClientActor, TeamActor } from '@/lib/authz/actor';
import { type MailCadence, NotificationKind } from '@/lib/db/generated/enums';
import type { WriteDb } from '@/lib/db/handles';
import { invalid } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { getNotificationSettings } from '@/lib/notification-settings/queries';
import { fieldOf, minutesOf } from '@/lib/notification-settings/rule';
import type { ChangeNotificationSettingsInput, NotificationSettings } from '@/lib/notification-settings/schemas';

/**
 * Changes what is mailed to the actor, how soon, and when not. An absent field keeps its value. Throws VALIDATION for half of the quiet
 * hours and for hours without length.
 */
export async function changeNotificationSettings(
  db: WriteDb,
  input: ChangeNotificationSettingsInput,
  actor: ClientActor | TeamActor,
): Promise<NotificationSettings> {
  const { userId, tenantId } = actor;
  const before = await getNotificationSettings(db, actor);
  // The schema has a field per kind, which its type does not name.
  const given = input as Record<string, unknown>;
  for (const kind of Object.values(NotificationKind)) {
    const cadence = given[fieldOf(kind)] as MailCadence | undefined;
    if (cadence === undefined || cadence === before.cadences[kind]) continue;
    const where = { userId_kind: { userId, kind } };
    await db.notificationSetting.upsert({
      where,
      create: { tenantId, userId, kind, cadence },
      update: { cadence },
      select: { kind: true },
    });
  }
  const { quietFrom = before.quietFrom, quietTo = before.quietTo, timeZone = before.timeZone } = input;
  if ((quietFrom === null) !== (quietTo === null))
    throw invalid(quietFrom === null ? { quietFrom: 'required' } : { quietTo: 'required' });
  if (quietFrom !== null && quietFrom === quietTo) throw invalid({ quietTo: 'quietWithoutLength' });
  const stopped = input.stopped ?? before.stopped;
  const kept = {
    timeZone,
    quietFrom: quietFrom === null ? null : minutesOf(quietFrom),
    quietTo: quietTo === null ? null : minutesOf(quietTo),
    ...(stopped !== before.stopped && { stoppedAt: stopped ? new Date() : null }),
  };
  await db.mailPreference.upsert({
    where: { userId },
    create: { tenantId, userId, ...kept },
    update: kept,
    select: { userId: true },
  });
  await recordEvent(db, actor, { name: 'user.mail_settings_changed', recordId: userId, facts: {} });
  return getNotificationSettings(db, actor);
}
