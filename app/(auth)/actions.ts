'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { clearSessionCookie, replaceSessionCookie, setSessionCookie } from '@/lib/auth/cookies';
import { landingFor } from '@/lib/auth/landing';
import { redeemLink, redeemLinkInput, setUp, setUpInput } from '@/lib/auth/link-redemption';
import { changePassword, changePasswordInput } from '@/lib/auth/password-change';
import { areaOf } from '@/lib/auth/session-cookie';
import { endSession } from '@/lib/auth/sessions';
import { type SignedIn, signInWithPassword } from '@/lib/auth/sign-in';
import { signInInput } from '@/lib/auth/sign-in-form';
import { anyUser } from '@/lib/authz/guards';
import type { Visitor } from '@/lib/authz/identity';
import { defineLoginAction } from '@/lib/doors/login-action';
import { env } from '@/lib/env';
import { originOf } from '@/lib/http/origin';
import { isForeign } from '@/lib/http/same-origin';
import { paths } from '@/lib/paths';

// These actions have no guard: a password or a single-use link proves the identity, and every attempt is throttled.

export const signInAction = defineLoginAction({
  input: signInInput,
  run: async ({ returnTo, ...credentials }, visitor) => {
    const signedIn = await signInWithPassword(credentials, visitor.origin);
    await enter(signedIn, visitor);
    return landingFor(signedIn.claims.userType, returnTo, env().url);
  },
});

export const acceptInvitationAction = defineLoginAction({
  input: redeemLinkInput,
  run: async (input, visitor) => {
    const signedIn = await redeemLink({ ...input, purpose: 'invitation' }, visitor.origin);
    await enter(signedIn, visitor);
    return areaOf(signedIn.claims.userType);
  },
});

export const resetPasswordAction = defineLoginAction({
  input: redeemLinkInput,
  run: async (input, visitor) => {
    const signedIn = await redeemLink({ ...input, purpose: 'password_reset' }, visitor.origin);
    await enter(signedIn, visitor);
    return areaOf(signedIn.claims.userType);
  },
});

export const setUpAction = defineLoginAction({
  input: setUpInput,
  run: async (input, visitor) => {
    const signedIn = await setUp(input, visitor.origin);
    await enter(signedIn, visitor);
    return areaOf(signedIn.claims.userType);
  },
});

/** A login action although the identity is known: it hashes two passwords, and defineAction would hold a transaction meanwhile. */
export const changePasswordAction = defineLoginAction({
  input: changePasswordInput,
  run: async (input, visitor) => {
    const claims = await changePassword(input, anyUser(visitor));
    if (claims) await replaceSessionCookie(claims);
    return undefined;
  },
});

/** A plain form action: signing out works without JavaScript and with an expired session cookie. */
export async function signOutAction(): Promise<void> {
  const head = await headers();
  if (isForeign({ headers: head, host: head.get('host') ?? '' })) redirect(paths.signIn());
  await clearSessionCookie(originOf(head));
  redirect(paths.signIn());
}

/** Sets the session cookie. Ends the browser's previous session, which would otherwise stay valid without a cookie. */
async function enter(signedIn: SignedIn, { identity, origin }: Visitor): Promise<void> {
  if (identity?.via.kind === 'session') await endSession(identity.via.sessionId, origin);
  await setSessionCookie(signedIn);
}
