import { jwtVerify, SignJWT } from 'jose';
import { signingKey } from '@/lib/auth/signing-key';
import type { UserType } from '@/lib/authz/actor';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';

/**
 * The claims of the session cookie: a session and the type of its user. They are signed, not secret, and no guard trusts
 * them: the session's row decides. This file runs in the middleware too, so it may import nothing of Node.
 */
export type SessionClaims = { sid: string; userType: UserType; expiresAt: Date };

const areas: Record<UserType, string> = {
  client: paths.client.home,
  staff: paths.admin.home,
  admin: paths.admin.home,
  super_admin: paths.platform.home,
};

/** The area of a user type: `/client`, `/admin` or `/platform`. */
export function areaOf(userType: UserType): string {
  return areas[userType];
}

/** The area that an address belongs to, or null: `/client/projects` belongs to `/client`, `/clientele` to none. */
export function areaAt(pathname: string): string | null {
  return Object.values(areas).find((area) => isWithin(pathname, area)) ?? null;
}

/** Whether an address belongs to an area. */
export function isWithin(pathname: string, area: string): boolean {
  return pathname === area || pathname.startsWith(`${area}/`);
}

/** Whether the portal's address is https; its cookies are then `Secure` and bound to this host. */
export function isSecure(): boolean {
  return env().url.startsWith('https://');
}

/**
 * The cookie's name. `__Host-` makes browsers refuse one set by another host of the same domain or over plain http. No other
 * cookie's name may begin like this one: next-auth would take it for a chunk of the session cookie.
 */
export function sessionCookieName(): string {
  return isSecure() ? '__Host-oriel-session' : 'oriel-session';
}

/** The cookie of an admin's look at the portal as a person of a client (lib/auth/view-as.ts). */
export function viewAsCookieName(): string {
  return isSecure() ? '__Host-oriel-view-as' : 'oriel-view-as';
}

/** The cookie's attributes. `lax`: links in mails open signed-in pages, while forms of other sites are sent without the cookie. */
export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() } as const;
}

/** The cookie with the slug of the business that signs in here. Unsigned, because it affects the look of pages only. */
export const businessCookie = 'oriel-business';

export function businessCookieOptions() {
  return { ...sessionCookieOptions(), maxAge: 365 * 24 * 3600 };
}

/** The slug in the address of a business's sign-in; null for another address. */
export function signInBusinessAt(pathname: string): string | null {
  return /^\/sign-in\/([a-z0-9-]{1,63})$/.exec(pathname)?.[1] ?? null;
}

export async function signSessionCookie({ sid, userType, expiresAt }: SessionClaims): Promise<string> {
  return new SignJWT({ sid, userType })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(expiresAt)
    .sign(await signingKey(label));
}

/** The claims of a cookie's value; null for none, and for one that is forged, malformed or expired. */
export async function readSessionCookie(token: string | undefined): Promise<SessionClaims | null> {
  if (!token) return null;
  try {
    const { payload } = await jwtVerify(token, await signingKey(label), { algorithms: ['HS256'] });
    const { sid, userType: claimed, exp } = payload;
    const userType = isUserType(claimed) ? claimed : null;
    if (typeof sid !== 'string' || !uuid.test(sid) || !userType || exp === undefined) return null;
    return { sid, userType, expiresAt: new Date(exp * 1000) };
  } catch {
    return null;
  }
}

function isUserType(value: unknown): value is UserType {
  return typeof value === 'string' && Object.hasOwn(areas, value);
}

// The label keeps its old word, because a new one would end all sessions.
const label = 'oriel badge';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
