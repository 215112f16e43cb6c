import { cookies } from 'next/headers';
import {
  isSecure,
  readSessionCookie,
  type SessionClaims,
  sessionCookieName,
  sessionCookieOptions,
  signSessionCookie,
} from '@/lib/auth/session-cookie';
import { endSession } from '@/lib/auth/sessions';
import type { SignedIn } from '@/lib/auth/sign-in';
import type { Origin } from '@/lib/authz/actor';
import { localeCookie, supported } from '@/lib/i18n/locales';

/** Sets the session cookie and the cookie of the person's language. In actions and route handlers only. */
export async function setSessionCookie({ claims, locale }: SignedIn): Promise<void> {
  await replaceSessionCookie(claims);
  await rememberLocale(locale);
}

/** Replaces the session cookie by another one of the same person. In actions and route handlers only. */
export async function replaceSessionCookie(claims: SessionClaims): Promise<void> {
  const jar = await cookies();
  jar.set(sessionCookieName(), await signSessionCookie(claims), {
    ...sessionCookieOptions(),
    expires: claims.expiresAt,
  });
}

/** Ends the session of this browser, on the server first, and removes the cookie. */
export async function clearSessionCookie(origin: Origin): Promise<void> {
  const jar = await cookies();
  const claims = await readSessionCookie(jar.get(sessionCookieName())?.value);
  if (claims) await endSession(claims.sid, origin);
  jar.set(sessionCookieName(), '', { ...sessionCookieOptions(), maxAge: 0 });
}

/** Sets the language of the next pages; null leaves it to the browser's Accept-Language. */
export async function rememberLocale(locale: string | null): Promise<void> {
  const jar = await cookies();
  const known = supported(locale);
  const options = { sameSite: 'lax', path: '/', secure: isSecure() } as const;
  if (known) jar.set(localeCookie, known, { ...options, maxAge: 365 * 24 * 3600 });
  else jar.set(localeCookie, '', { ...options, maxAge: 0 });
}
