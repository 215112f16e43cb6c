'use server';

import { rememberLocale } from '@/lib/auth/cookies';
import { revokeOtherSessions, revokeOtherSessionsInput, revokeSession, revokeSessionInput } from '@/lib/auth/sessions';
import { createToken, createTokenInput, revokeToken, revokeTokenInput } from '@/lib/auth/tokens';
import { anyUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { updateProfile, updateProfileInput } from '@/lib/users/profile/profile';

export const updateProfileAction = defineAction({
  who: anyUser,
  input: updateProfileInput,
  run: async (db, input, who) => {
    const { locale } = await updateProfile(db, input, who);
    await rememberLocale(locale ?? (who.userType === 'super_admin' ? null : who.business.locale));
  },
});

export const revokeSessionAction = defineAction({
  who: anyUser,
  input: revokeSessionInput,
  run: revokeSession,
});

export const revokeOtherSessionsAction = defineAction({
  who: anyUser,
  input: revokeOtherSessionsInput,
  run: revokeOtherSessions,
});

export const createTokenAction = defineAction({ who: anyUser, input: createTokenInput, run: createToken });

export const revokeTokenAction = defineAction({ who: anyUser, input: revokeTokenInput, run: revokeToken });
