import type { Actor, ClientActor, TeamActor } from '@/lib/authz/actor';
import { defineEdit } from '@/lib/edits/edit';
import { forbidden } from '@/lib/errors';
import { getNotificationSettings, settingsOf } from '@/lib/notification-settings/queries';
import type { NotificationSettings } from '@/lib/notification-settings/schemas';

/** The form of what is mailed to a person. */
export const notificationSettingsEdit = defineEdit<unknown, Actor, NotificationSettings>({
  table: 'users',
  id: (_, { userId }) => userId,
  read: (db, _, actor) => getNotificationSettings(db, actor),
  fields: settingsOf,
  events: { record: 'user', names: ['user.mail_settings_changed'] },
});

/** The actor as somebody who receives notifications. Throws FORBIDDEN for an operator, who receives none. */
export function requireRecipient(actor: Actor): ClientActor | TeamActor {
  if (actor.userType === 'super_admin') throw forbidden('wrongUserType');
  return actor;
}
