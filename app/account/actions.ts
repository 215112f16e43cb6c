'use server';

import { z } from 'zod';
import { rememberLocale } from '@/lib/auth/cookies';
import { revokeOtherSessions, revokeOtherSessionsInput, revokeSession, revokeSessionInput } from '@/lib/auth/sessions';
import { createToken, createTokenInput, revokeToken, revokeTokenInput } from '@/lib/auth/tokens';
import { anyUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { updateProfile, updateProfileInput } from '@/lib/users/profile/profile';

export const updateProfileAction = defineAction({
  guard: anyUser,
  input: updateProfileInput,
  run: async (db, input, actor) => {
    const { locale } = await updateProfile(db, input, actor);
    await rememberLocale(locale ?? (actor.userType === 'super_admin' ? null : actor.tenant.locale));
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

export const revokeTokenAction = defineAction({ guard: anyUser, input: revokeTokenInput, run: revokeToken });
