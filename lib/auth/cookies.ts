import { cookies } from 'next/headers';
import { type DeviceClaims, deviceCookieName, deviceLifeSeconds, signDeviceCookie } from '@/lib/auth/known-device';
import {
  businessCookie,
  businessCookieOptions,
  isSecure,
  readSessionCookie,
  type SessionClaims,
  sessionCookieName,
  sessionCookieOptions,
  signSessionCookie,
} from '@/lib/auth/session-cookie';
import { endSession } from '@/lib/auth/sessions';
import type { SignedIn } from '@/lib/auth/sign-in';
import { ticketCookieName, ticketCookieOptions } from '@/lib/auth/sign-in-ticket';
import type { Origin } from '@/lib/authz/actor';
import { localeCookie, supported } from '@/lib/i18n/locales';

/** Sets the cookies of the session and of its person. In actions and route handlers only. */
export async function setSessionCookie(signedIn: SignedIn): Promise<void> {
  await replaceSessionCookie(signedIn.claims);
  await rememberPerson(signedIn);
}

/** Sets the cookies that outlive the session: of the device, the language and the business. In actions and route handlers only. */
export async function rememberPerson({ device, locale, business }: Omit<SignedIn, 'claims'>): Promise<void> {
  await rememberDevice(device);
  await rememberLocale(locale);
  await rememberBusiness(business);
}

/** Replaces the session cookie by another one of the same person. In actions and route handlers only. */
export async function replaceSessionCookie(claims: SessionClaims): Promise<void> {
  const jar = await cookies();
  jar.set(sessionCookieName(), await signSessionCookie(claims), {
    ...sessionCookieOptions(),
    expires: claims.expiresAt,
  });
}

/** Marks this browser as one in which the account has signed in. In actions and route handlers only. */
export async function rememberDevice(device: DeviceClaims): Promise<void> {
  const jar = await cookies();
  jar.set(deviceCookieName(), await signDeviceCookie(device), {
    ...sessionCookieOptions(),
    maxAge: deviceLifeSeconds,
  });
}

/** The device cookie that the browser sent; undefined without one. */
export async function sentDeviceCookie(): Promise<string | undefined> {
  return (await cookies()).get(deviceCookieName())?.value;
}

/** Ends the session of this browser, on the server first, and removes the cookie. */
export async function clearSessionCookie(origin: Origin): Promise<void> {
  const jar = await cookies();
  const claims = await readSessionCookie(jar.get(sessionCookieName())?.value);
  if (claims) await endSession(claims.sid, origin);
  jar.set(sessionCookieName(), '', { ...sessionCookieOptions(), maxAge: 0 });
}

/** Keeps a ticket for the choice of a business; null removes it. In actions only. */
export async function setTicketCookie(ticket: string | null): Promise<void> {
  const jar = await cookies();
  if (ticket === null) jar.set(ticketCookieName(), '', { ...ticketCookieOptions(), maxAge: 0 });
  else jar.set(ticketCookieName(), ticket, ticketCookieOptions());
}

/** The ticket of this browser, still sealed. */
export async function ticketCookie(): Promise<string | undefined> {
  return (await cookies()).get(ticketCookieName())?.value;
}

/** Sets the language of the next pages; null leaves it to the browser's Accept-Language. */
export async function rememberLocale(locale: string | null): Promise<void> {
  const jar = await cookies();
  const known = supported(locale);
  const options = { sameSite: 'lax', path: '/', secure: isSecure() } as const;
  if (known) jar.set(localeCookie, known, { ...options, maxAge: 365 * 24 * 3600 });
  else jar.set(localeCookie, '', { ...options, maxAge: 0 });
}

/** Sets the business whose face the next sign-in carries; null forgets it. In actions and route handlers only. */
export async function rememberBusiness(slug: string | null): Promise<void> {
  const jar = await cookies();
  if (slug === null) jar.set(businessCookie, '', { ...businessCookieOptions(), maxAge: 0 });
  else jar.set(businessCookie, slug, businessCookieOptions());
}
