'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { chooseBusinessInput, signInByChoice } from '@/lib/auth/business-choice';
import {
  clearSessionCookie,
  rememberBusiness,
  rememberDevice,
  replaceSessionCookie,
  sentDeviceCookie,
  setSessionCookie,
  setTicketCookie,
  ticketCookie,
} from '@/lib/auth/cookies';
import { forgotInput, requestReset } from '@/lib/auth/forgot';
import { businessIn, landingFor } from '@/lib/auth/landing';
import { redeemLink, redeemLinkInput, setUp, setUpInput } from '@/lib/auth/link-redemption';
import { actAs } from '@/lib/auth/on-behalf';
import { changePassword, changePasswordInput } from '@/lib/auth/password-change';
import { areaOf, viewAsCookieName } from '@/lib/auth/session-cookie';
import { endSession } from '@/lib/auth/sessions';
import { type SignedIn, signInOrAsk } from '@/lib/auth/sign-in';
import { signInInput } from '@/lib/auth/sign-in-form';
import { stopMails, stopMailsInput } from '@/lib/auth/unsubscribe';
import { sealView, viewAsCookieOptions, viewOf } from '@/lib/auth/view-as';
import { adminUser, anyUser } from '@/lib/authz/guards';
import type { Visitor } from '@/lib/authz/identity';
import { defineLoginAction } from '@/lib/doors/login-action';
import { env } from '@/lib/env';
import { forbidden, notFound } from '@/lib/errors';
import { recordId } from '@/lib/fields';
import { originOf } from '@/lib/http/origin';
import { isForeign } from '@/lib/http/same-origin';
import { paths } from '@/lib/paths';

// These actions have no guard: a password or a single-use link proves the identity, and every attempt is throttled.

export const signInAction = defineLoginAction({
  input: signInInput,
  run: async ({ returnTo, business, ...credentials }, visitor) => {
    const answer = await signInOrAsk(credentials, visitor.origin, await sentDeviceCookie(), business);
    if ('ticket' in answer) {
      await setTicketCookie(answer.ticket);
      return paths.chooseBusiness(returnTo ?? undefined);
    }
    await enter(answer, visitor);
    return landingFor(answer.claims.userType, returnTo, env().url);
  },
});

/** The second step of a sign-in whose password several accounts of the address have. The ticket proves the first one. */
export const chooseBusinessAction = defineLoginAction({
  input: chooseBusinessInput,
  run: async ({ accountId, returnTo }, visitor) => {
    const signedIn = await signInByChoice(
      { accountId },
      await ticketCookie(),
      visitor.origin,
      await sentDeviceCookie(),
    );
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

/** Answers the same for an address without an account. */
export const forgotPasswordAction = defineLoginAction({
  input: forgotInput,
  run: async (input, visitor) => {
    await requestReset(input, visitor.origin);
    return paths.forgotPasswordSent;
  },
});

/** The link in a mail proves the person. */
export const stopMailsAction = defineLoginAction({
  input: stopMailsInput,
  run: async ({ token }, visitor) => {
    if (!(await stopMails(token, visitor.origin))) throw notFound();
    return paths.stopMails(token);
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
    const changed = await changePassword(input, anyUser(visitor));
    if (!changed) return undefined;
    await replaceSessionCookie(changed.claims);
    await rememberDevice(changed.device);
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

/** A plain form action: back to the sign-in without a business, on to the same address unless that names the business again. */
export async function forgetBusinessAction(form: FormData): Promise<void> {
  const head = await headers();
  const wanted = form.get('returnTo');
  const kept = typeof wanted === 'string' && businessIn(wanted, env().url) === null ? wanted : undefined;
  if (!isForeign({ headers: head, host: head.get('host') ?? '' })) await rememberBusiness(null);
  redirect(paths.signIn(kept));
}

/** Sets the session cookie. Ends the browser's previous session, which would otherwise stay valid without a cookie, and a ticket. */
async function enter(signedIn: SignedIn, { identity, origin }: Visitor): Promise<void> {
  if (identity?.via.kind === 'session') await endSession(identity.via.sessionId, origin);
  await setSessionCookie(signedIn);
  await setTicketCookie(null);
}

/** Begins an admin's look at the portal as a person of a client, and records it. */
export const viewAsAction = defineLoginAction({
  input: z.strictObject({ id: recordId() }),
  run: async ({ id }, visitor) => {
    const admin = adminUser(visitor);
    if (admin.via.kind !== 'session') throw forbidden();
    await actAs(admin, id);
    (await cookies()).set(viewAsCookieName(), await sealView(admin.via.sessionId, id), viewAsCookieOptions());
    return paths.client.home;
  },
});

/** Ends the look and leads back to the person. */
export const stopViewingAction = defineLoginAction({
  input: z.strictObject({}),
  run: async (_input, visitor) => {
    adminUser(visitor);
    const jar = await cookies();
    const view = await viewOf(visitor, (name) => jar.get(name)?.value);
    jar.delete(viewAsCookieName());
    return view ? paths.admin.users.show(view.actor.userId) : paths.admin.home;
  },
});
