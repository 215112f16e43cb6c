import { randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { isSecure } from '@/lib/auth/session-cookie';
import { signingKey } from '@/lib/auth/signing-key';
import { asLogin } from '@/lib/authz/scope';
import type { WriteDb } from '@/lib/db/handles';
import { recordId } from '@/lib/fields';

/**
 * A browser in which an account has signed in. The claims give no access: they only let the throttle tell the account's
 * browsers from those of strangers (docs/decisions/0024). `passwordChangedAt` is in milliseconds; a later password ends them.
 */
export type DeviceClaims = { id: string; userId: string; passwordChangedAt: number };

/** Browsers keep no cookie for more than 400 days. */
export const deviceLifeSeconds = 365 * 24 * 3600;

/** The cookie's name. Sign-out keeps the cookie, because it also serves the next sign-in. */
export function deviceCookieName(): string {
  return isSecure() ? '__Host-oriel-device' : 'oriel-device';
}

/** The claims for the browser of a person whose identity was just proven; the person has a password. */
export async function newDevice(db: WriteDb, userId: string): Promise<DeviceClaims> {
  const { changedAt } = await db.credential.findUniqueOrThrow({ where: { userId }, select: { changedAt: true } });
  return { id: randomUUID(), userId, passwordChangedAt: changedAt.getTime() };
}

const label = 'oriel device';

export async function signDeviceCookie({ id, userId, passwordChangedAt }: DeviceClaims): Promise<string> {
  return new SignJWT({ passwordChangedAt })
    .setProtectedHeader({ alg: 'HS256' })
    .setJti(id)
    .setSubject(userId)
    .setExpirationTime(`${deviceLifeSeconds}s`)
    .sign(await signingKey(label));
}

/**
 * The claims of a device cookie that names an account of this e-mail address and its present password; null for none, and for
 * one that is forged, malformed, expired, of another account or older than the password.
 */
export async function knownDevice(cookie: string | undefined, email: string): Promise<DeviceClaims | null> {
  const claims = await readDeviceCookie(cookie);
  if (!claims) return null;
  const { userId, passwordChangedAt } = claims;
  const changedAt = new Date(passwordChangedAt);
  const known = await asLogin((db) =>
    db.credential.findFirst({ where: { userId, changedAt, user: { email } }, select: { userId: true } }),
  );
  return known && claims;
}

const payloadOf = z.object({
  jti: z.uuid(),
  sub: recordId(),
  passwordChangedAt: z.int().min(0).max(8.64e15),
});

async function readDeviceCookie(cookie: string | undefined): Promise<DeviceClaims | null> {
  if (!cookie) return null;
  try {
    const { payload } = await jwtVerify(cookie, await signingKey(label), { algorithms: ['HS256'] });
    const { jti: id, sub: userId, passwordChangedAt } = payloadOf.parse(payload);
    return { id, userId, passwordChangedAt };
  } catch {
    return null;
  }
}
