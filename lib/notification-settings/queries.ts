import type { Actor } from '@/lib/authz/actor';
import { type MailCadence, NotificationKind } from '@/lib/db/generated/enums';
import type { ReadDb } from '@/lib/db/handles';
import { clockOf, fieldOf } from '@/lib/notification-settings/rule';
import type { NotificationSettings } from '@/lib/notification-settings/schemas';

/** What is mailed to the actor, how soon, and when not. */
export async function getNotificationSettings(
  db: ReadDb,
  { userId }: Pick<Actor, 'userId'>,
): Promise<NotificationSettings> {
  const rows = await db.notificationSetting.findMany({ where: { userId }, select: { kind: true, cadence: true } });
  const select = { timeZone: true, quietFrom: true, quietTo: true, stoppedAt: true } as const;
  const kept = await db.mailPreference.findUnique({ where: { userId }, select });
  const chosen = new Map(rows.map(({ kind, cadence }) => [kind, cadence]));
  const cadences = Object.values(NotificationKind).map((kind) => [kind, chosen.get(kind) ?? 'instant'] as const);
  const { timeZone = null, quietFrom = null, quietTo = null, stoppedAt = null } = kept ?? {};
  return {
    // Object.fromEntries loses the type of the keys.
    cadences: Object.fromEntries(cadences) as Record<NotificationKind, MailCadence>,
    timeZone,
    quietFrom: quietFrom === null ? null : clockOf(quietFrom),
    quietTo: quietTo === null ? null : clockOf(quietTo),
    stopped: stoppedAt !== null,
  };
}

/** The settings as the API shows them: a field per kind. */
export function settingsOf({ cadences, ...rest }: NotificationSettings) {
  const byField = Object.entries(cadences).map(([kind, cadence]) => [fieldOf(kind), cadence]);
  return { ...Object.fromEntries(byField), ...rest };
}
