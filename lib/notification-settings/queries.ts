import type { Actor } from '@/lib/authz/actor';
import { Prisma } from '@/lib/db/generated/client';
import { type MailCadence, NotificationKind } from '@/lib/db/generated/enums';
import type { ReadDb } from '@/lib/db/handles';
import { part, readTogether } from '@/lib/db/together';
import { clockOf, fieldOf } from '@/lib/notification-settings/rule';
import type { NotificationSettings } from '@/lib/notification-settings/schemas';

type Times = { timeZone: string | null; quietFrom: number | null; quietTo: number | null; stopped: boolean };

/** What is mailed to the actor, how soon, and when not. */
export async function getNotificationSettings(
  db: ReadDb,
  { userId }: Pick<Actor, 'userId'>,
): Promise<NotificationSettings> {
  const { chosen, kept } = await readTogether(db, {
    chosen: part(
      Prisma.sql`select kind, cadence from notification_settings where user_id = ${userId}::uuid`,
      ({ kind, cadence }: { kind: NotificationKind; cadence: MailCadence }) => [kind, cadence] as const,
    ),
    kept: part(
      Prisma.sql`select time_zone as "timeZone", quiet_from as "quietFrom", quiet_to as "quietTo", stopped_at is not null as stopped
        from mail_preferences where user_id = ${userId}::uuid`,
      (row: Times) => row,
    ),
  });
  const byKind = new Map(chosen);
  const cadences = Object.values(NotificationKind).map((kind) => [kind, byKind.get(kind) ?? 'instant'] as const);
  const { timeZone = null, quietFrom = null, quietTo = null, stopped = false } = kept[0] ?? {};
  return {
    // Object.fromEntries loses the type of the keys.
    cadences: Object.fromEntries(cadences) as Record<NotificationKind, MailCadence>,
    timeZone,
    quietFrom: quietFrom === null ? null : clockOf(quietFrom),
    quietTo: quietTo === null ? null : clockOf(quietTo),
    stopped,
  };
}

/** The settings as the API shows them: a field per kind. */
export function settingsOf({ cadences, ...rest }: NotificationSettings) {
  const byField = Object.entries(cadences).map(([kind, cadence]) => [fieldOf(kind), cadence]);
  return { ...Object.fromEntries(byField), ...rest };
}
