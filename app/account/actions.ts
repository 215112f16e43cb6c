'use server';

import { z } from 'zod';
import { rememberLocale } from '@/lib/auth/cookies';
import { seeNotice, seeNoticeInput } from '@/lib/auth/security-notices';
import { revokeOtherSessions, revokeOtherSessionsInput, revokeSession, revokeSessionInput } from '@/lib/auth/sessions';
import {
  createCalendarAddress,
  createCalendarInput,
  createToken,
  createTokenInput,
  revokeToken,
  revokeTokenInput,
} from '@/lib/auth/tokens';
import { anyUser, tenantUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { settled } from '@/lib/i18n/locales';
import { notificationSettingsEdit } from '@/lib/notification-settings/checks';
import { changeNotificationSettings } from '@/lib/notification-settings/commands';
import { changeNotificationSettingsInput } from '@/lib/notification-settings/schemas';
import { profileEdit } from '@/lib/users/profile/checks';
import { updateProfile } from '@/lib/users/profile/commands';
import { updateProfileInput } from '@/lib/users/profile/schemas';

export const updateProfileAction = defineAction({
  guard: anyUser,
  input: updateProfileInput,
  edits: profileEdit,
  run: async (db, input, actor) => {
    const { locale } = await updateProfile(db, input, actor);
    await rememberLocale(settled(locale, actor.userType === 'super_admin' ? null : actor.tenant.locale));
  },
});

export const changeMailSettingsAction = defineAction({
  guard: tenantUser,
  input: changeNotificationSettingsInput,
  edits: notificationSettingsEdit,
  run: async (db, input, actor) => {
    await changeNotificationSettings(db, input, actor);
  },
});

export const revokeSessionAction = defineAction({
  guard: anyUser,
  input: revokeSessionInput,
  run: revokeSession,
});

export const revokeOtherSessionsAction = defineAction({
  guard: anyUser,
  input: revokeOtherSessionsInput,
  run: revokeOtherSessions,
});

export const createTokenAction = defineAction({
  guard: anyUser,
  input: createTokenInput,
  run: createToken,
  answer: z.object({ name: z.string(), token: z.string() }),
});

export const createCalendarAction = defineAction({
  guard: anyUser,
  input: createCalendarInput,
  run: createCalendarAddress,
  answer: z.object({ name: z.string(), token: z.string() }),
});

export const revokeTokenAction = defineAction({ guard: anyUser, input: revokeTokenInput, run: revokeToken });

export const seeNoticeAction = defineAction({ guard: anyUser, input: seeNoticeInput, run: seeNotice });
