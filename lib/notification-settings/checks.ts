import type { ClientActor, TeamActor } from '@/lib/authz/actor';
import { defineEdit } from '@/lib/edits/edit';
import { getNotificationSettings, settingsOf } from '@/lib/notification-settings/queries';
import type { NotificationSettings } from '@/lib/notification-settings/schemas';

/** The form of what is mailed to a person. */
export const notificationSettingsEdit = defineEdit<unknown, ClientActor | TeamActor, NotificationSettings>({
  table: 'users',
  id: (_, { userId }) => userId,
  read: (db, _, actor) => getNotificationSettings(db, actor),
  fields: settingsOf,
  events: { record: 'user', names: ['user.mail_settings_changed'] },
});
