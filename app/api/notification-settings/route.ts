import { z } from 'zod';
import { tenantUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { changeNotificationSettings } from '@/lib/notification-settings/commands';
import { getNotificationSettings, settingsOf } from '@/lib/notification-settings/queries';
import { changeNotificationSettingsInput, notificationSettings } from '@/lib/notification-settings/schemas';

export const GET = defineReadRoute({
  summary: 'What is mailed to the person of the session or token, how soon, and when not.',
  guard: tenantUser,
  input: z.strictObject({}),
  output: recordOf(notificationSettings),
  run: async (db, _input, actor) => ({ data: settingsOf(await getNotificationSettings(db, actor)) }),
});

export const PATCH = defineWriteRoute({
  summary: 'Changes what is mailed to the person of the session or token. An absent field keeps its value.',
  guard: tenantUser,
  input: changeNotificationSettingsInput,
  output: recordOf(notificationSettings),
  status: 200,
  run: async (db, input, actor) => ({ data: settingsOf(await changeNotificationSettings(db, input, actor)) }),
});
