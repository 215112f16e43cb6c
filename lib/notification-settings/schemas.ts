import { z } from 'zod';
import { MailCadence, NotificationKind } from '@/lib/db/generated/enums';
import { timeZone } from '@/lib/fields';
import { fieldOf } from '@/lib/notification-settings/rule';

const kinds = Object.values(NotificationKind);
const cadence = z.enum(MailCadence);

/** One field per kind of notification. */
const byKind = <S extends z.ZodType>(schema: S) => Object.fromEntries(kinds.map((kind) => [fieldOf(kind), schema]));

const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'clockTime');

/** What is mailed to a person, how soon, and when not. A kind without a row is mailed at once. */
export const notificationSettings = z.object({
  ...byKind(cadence),
  timeZone: z.string().nullable().describe('Null for that of the business.'),
  quietFrom: z.string().nullable().describe('HH:MM. Mail of the quiet hours waits for their end.'),
  quietTo: z.string().nullable(),
  stopped: z.boolean().describe('Whether no news is mailed at all, as after the link in a mail.'),
});

/** An absent field keeps its value. */
export const changeNotificationSettingsInput = z.strictObject({
  ...byKind(cadence.optional()),
  timeZone: timeZone.nullish(),
  quietFrom: clock.nullish(),
  quietTo: clock.nullish(),
  stopped: z
    .stringbool({ truthy: ['true'], falsy: ['false'] })
    .or(z.boolean())
    .optional(),
});

/** The settings inside the process: how soon by kind, and the times. */
export type NotificationSettings = {
  cadences: Record<NotificationKind, MailCadence>;
  timeZone: string | null;
  quietFrom: string | null;
  quietTo: string | null;
  stopped: boolean;
};
export type ChangeNotificationSettingsInput = z.output<typeof changeNotificationSettingsInput>;
