import { z } from 'zod';
import { anyUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { requireRecipient } from '@/lib/notification-settings/checks';
import { changeNotificationSettings } from '@/lib/notification-settings/commands';
import { getNotificationSettings, settingsOf } from '@/lib/notification-settings/queries';
import { changeNotificationSettingsInput, notificationSettings } from '@/lib/notification-settings/schemas';

export const GET = defineReadRoute({
  summary: 'What is mailed to the person of the session or token, how soon, and when not.',
  guard: anyUser,
  input: z.strictObject({}),
  output: recordOf(notificationSettings),
  run: async (db, _input, actor) => ({ data: settingsOf(await getNotificationSettings(db, requireRecipient(actor))) }),
});

export const PATCH = defineWriteRoute({
  summary: 'Changes what is mailed to the person of the session or token. An absent field keeps its value.',
  guard: anyUser,
  input: changeNotificationSettingsInput,
  output: recordOf(notificationSettings),
  status: 200,
  run: async (db, input, actor) => ({ data: settingsOf(await changeNotificationSettings(db, input, actor)) }),
});
