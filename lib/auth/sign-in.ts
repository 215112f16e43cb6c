import type { z } from 'zod';
import { recordAnonymousAudit } from '@/lib/audit/commands';
import { type Account, type credentialsInput, provePassword } from '@/lib/auth/accounts';
import type { SessionClaims } from '@/lib/auth/session-cookie';
import { openSession } from '@/lib/auth/sessions';
import type { Origin } from '@/lib/authz/actor';
import { asLogin } from '@/lib/authz/scope';
import type { WriteDb } from '@/lib/db/handles';

/** A sign-in that worked: what the cookie will say, and the language to greet the person in. */
export type SignedIn = { claims: SessionClaims; locale: string | null };

/**
 * The one sign-in by password, behind the page and behind next-auth's endpoint: throttle, password, session row, audit row.
 * Throws what provePassword throws. A person whose portal is closed can sign in; the guards tell them why they see nothing.
 */
export async function signInWithPassword(input: z.output<typeof credentialsInput>, origin: Origin): Promise<SignedIn> {
  const account = await provePassword(input, origin);
  return asLogin((db) => admit(db, account, origin, 'password'));
}

/** Opens a session for a proven account and writes that down, in the caller's transaction. */
export async function admit(
  db: WriteDb,
  account: Pick<Account, 'id' | 'name' | 'userType' | 'tenantId' | 'locale' | 'tenant'>,
  origin: Origin,
  by: 'password' | 'link',
): Promise<SignedIn> {
  const { id: actorId, name: actorName, userType, tenantId } = account;
  const { id: sid, expiresAt } = await openSession(db, account, origin);
  await recordAnonymousAudit(db, origin, { action: 'session.sign_in', tenantId, actorId, actorName, detail: { by } });
  return { claims: { sid, userType, expiresAt }, locale: account.locale ?? account.tenant?.locale ?? null };
}
