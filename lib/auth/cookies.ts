import { cookies } from 'next/headers';
import { type Badge, badgeCookie, badgeCookieOptions, isSecure, readBadge, signBadge } from '@/lib/auth/session-cookie';
import { endSession } from '@/lib/auth/sessions';
import type { SignedIn } from '@/lib/auth/sign-in';
import type { Origin } from '@/lib/authz/actor';
import { localeCookie, supported } from '@/lib/i18n/locales';

/** Hands the browser its badge and remembers the person's language. In actions and route handlers only. */
export async function wearBadge({ badge, locale }: SignedIn): Promise<void> {
  await exchangeBadge(badge);
  await rememberLocale(locale);
}

/** Hands the browser another badge of the same person. In actions and route handlers only. */
export async function exchangeBadge(badge: Badge): Promise<void> {
  const jar = await cookies();
  jar.set(badgeCookie(), await signBadge(badge), { ...badgeCookieOptions(), expires: badge.expiresAt });
}

/** Ends the session of this browser, on the server first, and takes the badge back. */
export async function takeBadgeBack(origin: Origin): Promise<void> {
  const jar = await cookies();
  const badge = await readBadge(jar.get(badgeCookie())?.value);
  if (badge) await endSession(badge.sid, origin);
  jar.set(badgeCookie(), '', { ...badgeCookieOptions(), maxAge: 0 });
}

/** The language of the next pages; null leaves it to the browser's wish. */
export async function rememberLocale(locale: string | null): Promise<void> {
  const jar = await cookies();
  const known = supported(locale);
  const options = { sameSite: 'lax', path: '/', secure: isSecure() } as const;
  if (known) jar.set(localeCookie, known, { ...options, maxAge: 365 * 24 * 3600 });
  else jar.set(localeCookie, '', { ...options, maxAge: 0 });
}
