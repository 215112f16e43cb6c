import type { z } from 'zod';
import type { Account, credentialsInput, programCredentials } from '@/lib/auth/accounts';
import { type DeviceClaims, knownDevice, newDevice } from '@/lib/auth/known-device';
import { tellOfNewDevice } from '@/lib/auth/new-device';
import { provePassword } from '@/lib/auth/proof';
import type { SessionClaims } from '@/lib/auth/session-cookie';
import { openSession } from '@/lib/auth/sessions';
import { sealTicket } from '@/lib/auth/sign-in-ticket';
import type { Origin } from '@/lib/authz/actor';
import { asLogin } from '@/lib/authz/scope';
import type { WriteDb } from '@/lib/db/handles';
import { type AppError, conflict } from '@/lib/errors';
import { recordAnonymousEvent } from '@/lib/events/record';
import { settled } from '@/lib/i18n/locales';

/**
 * A successful sign-in: the claims of the session cookie and of the device cookie, the language of the next page, and the slug of
 * the business (null for an operator).
 */
export type SignedIn = { claims: SessionClaims; device: DeviceClaims; locale: string | null; business: string | null };

/**
 * The sign-in by password for programs: throttle, password, session row, event. A person without access to the portal can
 * sign in; the guards then give the reason. `deviceCookie` is the one that the browser sent. Throws the errors of
 * provePassword, and CONFLICT (chooseBusiness).
 */
export async function signInWithPassword(
  input: z.output<typeof programCredentials>,
  origin: Origin,
  deviceCookie?: string,
): Promise<SignedIn> {
  const account = theOnly(await provePassword(input, origin, deviceCookie));
  return asLogin((db) => admit(db, account, origin, 'password'));
}

/**
 * The sign-in by password for people. Where several accounts have this address and password, nobody is signed in yet: the
 * ticket lets the browser complete the sign-in to one of them (lib/auth/business-choice.ts), unless one belongs to `business`,
 * the slug whose sign-in this is. It narrows nothing before the proof, so that it tells a stranger nothing. Throws the errors of
 * provePassword.
 */
export async function signInOrAsk(
  input: z.output<typeof credentialsInput>,
  origin: Origin,
  deviceCookie?: string,
  business?: string | null,
): Promise<SignedIn | { ticket: string }> {
  const accounts = await provePassword(input, origin, deviceCookie);
  const [first, ...others] = accounts;
  const meant = others.length === 0 ? first : accounts.find(({ tenant }) => !!business && tenant?.slug === business);
  if (!meant) return { ticket: await sealTicket(accounts) };
  const device = await knownDevice(deviceCookie, input.email);
  return asLogin(async (db) => {
    const signedIn = await admit(db, meant, origin, 'password');
    await tellOfNewDevice(db, meant.id, signedIn.claims.sid, device);
    return signedIn;
  });
}

/** The only account, for a program. Throws CONFLICT (chooseBusiness) with the slugs to choose from where there are several. */
export function theOnly<A extends Pick<Account, 'tenant'>>(accounts: readonly [A, ...A[]]): A {
  const [account, ...others] = accounts;
  if (others.length > 0) throw severalBusinesses(accounts);
  return account;
}

function severalBusinesses(accounts: readonly Pick<Account, 'tenant'>[]): AppError {
  const tenants = accounts.map(({ tenant }) => tenant?.slug ?? null);
  return conflict('chooseBusiness', { tenants: tenants.map((slug) => slug ?? 'null').join(', ') }, { tenants });
}

/** Opens a session for a proven account and records the sign-in, in the caller's transaction. */
export async function admit(
  db: WriteDb,
  account: Pick<Account, 'id' | 'name' | 'userType' | 'tenantId' | 'locale' | 'tenant'>,
  origin: Origin,
  by: 'password' | 'link',
): Promise<SignedIn> {
  const { userType, tenantId } = account;
  const { id: sid, expiresAt } = await openSession(db, account, origin);
  const event = { name: 'user.signed_in', recordId: account.id, facts: { by } } as const;
  await recordAnonymousEvent(db, { origin, tenantId, account }, event);
  const device = await newDevice(db, account.id);
  const [locale, business] = [settled(account.locale, account.tenant?.locale), account.tenant?.slug ?? null];
  return { claims: { sid, userType, expiresAt }, device, locale, business };
}
