import type { z } from 'zod';
import { type Account, type credentialsInput, provePassword } from '@/lib/auth/accounts';
import type { SessionClaims } from '@/lib/auth/session-cookie';
import { openSession } from '@/lib/auth/sessions';
import type { Origin } from '@/lib/authz/actor';
import { asLogin } from '@/lib/authz/scope';
import type { WriteDb } from '@/lib/db/handles';
import { recordAnonymousEvent } from '@/lib/events/record';

/** A successful sign-in: the claims of the cookie, and the language of the next page. */
export type SignedIn = { claims: SessionClaims; locale: string | null };

/**
 * The sign-in by password, for the page and for next-auth's endpoint: throttle, password, session row, event. A person
 * without access to the portal can sign in; the guards then give the reason. Throws the errors of provePassword.
 */
export async function signInWithPassword(input: z.output<typeof credentialsInput>, origin: Origin): Promise<SignedIn> {
  const account = await provePassword(input, origin);
  return asLogin((db) => admit(db, account, origin, 'password'));
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
  return { claims: { sid, userType, expiresAt }, locale: account.locale ?? account.tenant?.locale ?? null };
}
