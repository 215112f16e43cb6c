import { jwtVerify, SignJWT } from 'jose';
import type { UserType } from '@/lib/authz/actor';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';

/**
 * What a browser's cookie claims: a session and the kind of person it was opened for. It is signed, not secret, and not
 * believed by any guard, which reads the session's row instead. This file runs in the middleware too: nothing of Node here.
 */
export type SessionClaims = { sid: string; userType: UserType; expiresAt: Date };

const areas: Record<UserType, string> = {
  client: paths.client.home,
  staff: paths.admin.home,
  admin: paths.admin.home,
  super_admin: paths.platform.home,
};

/** Where a person of this kind is at home: `/client`, `/admin` or `/platform`. */
export function areaOf(userType: UserType): string {
  return areas[userType];
}

/** The wing that an address belongs to, or null: `/client` and `/client/projects` do, `/clientele` does not. */
export function areaAt(pathname: string): string | null {
  return Object.values(areas).find((area) => isWithin(pathname, area)) ?? null;
}

/** Whether an address lies in a wing. */
export function isWithin(pathname: string, area: string): boolean {
  return pathname === area || pathname.startsWith(`${area}/`);
}

/** Whether people reach the portal by https; then cookies are `Secure` and bound to this host. */
export function isSecure(): boolean {
  return env().url.startsWith('https://');
}

/**
 * The cookie's name. `__Host-` makes the browser refuse one that another host of the same domain or plain http has set. No
 * other cookie's name may begin like this one: next-auth would take it for a part of the badge.
 */
export function sessionCookieName(): string {
  return isSecure() ? '__Host-oriel-session' : 'oriel-session';
}

/** How the cookie is set. `lax`: links in mails lead to a signed-in page, while other sites' forms come without it. */
export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() } as const;
}

export async function signSessionCookie({ sid, userType, expiresAt }: SessionClaims): Promise<string> {
  return new SignJWT({ sid, userType })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(expiresAt)
    .sign(await signingKey());
}

/** The badge of a cookie's value; null when there is none, or it is forged, malformed or past its end. */
export async function readSessionCookie(token: string | undefined): Promise<SessionClaims | null> {
  if (!token) return null;
  try {
    const { payload } = await jwtVerify(token, await signingKey(), { algorithms: ['HS256'] });
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

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

let derived: { secret: string; key: Promise<CryptoKey> } | undefined;

// A key for badges alone, so that nothing else which is ever signed with ORIEL_SECRET can pass for one.
function signingKey(): Promise<CryptoKey> {
  const { secret } = env();
  if (derived?.secret !== secret) derived = { secret, key: deriveKey(secret) };
  return derived.key;
}

async function deriveKey(secret: string): Promise<CryptoKey> {
  const text = new TextEncoder();
  const material = await crypto.subtle.importKey('raw', text.encode(secret), 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: text.encode('oriel badge') },
    material,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign', 'verify'],
  );
}
