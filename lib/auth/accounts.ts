import { z } from 'zod';
import { shownPassword } from '@/lib/auth/password-rule';
import { hashPassword, isOutdated, verifyPassword } from '@/lib/auth/passwords';
import { countPasswordTry } from '@/lib/auth/throttle';
import type { Origin } from '@/lib/authz/actor';
import { portalRefusal } from '@/lib/authz/portal-access';
import { asLogin } from '@/lib/authz/scope';
import type { Prisma } from '@/lib/db/generated/client';
import { AppError, forbidden } from '@/lib/errors';
import { recordAnonymousEvent } from '@/lib/events/record';
import { email } from '@/lib/fields';

export const credentialsInput = z.strictObject({ email, password: shownPassword });

export const accountFacts = {
  id: true,
  userType: true,
  name: true,
  email: true,
  locale: true,
  isActive: true,
  clientPortalEnabled: true,
  clientId: true,
  client: { select: { isActive: true } },
  tenantId: true,
  tenant: { select: { status: true, locale: true } },
} as const satisfies Prisma.UserSelect;

/** The columns of a user that the sign-in needs. */
export type Account = Prisma.UserGetPayload<{ select: typeof accountFacts }>;

/**
 * Returns the account of an e-mail address and its password. An unknown address, a wrong password, a deactivated account and
 * one without a password all give UNAUTHENTICATED (signInFailed) after equal time, and all count as a failed try.
 * Throws TOO_MANY_TRIES (429) past the throttle and UNAVAILABLE (503) under a flood.
 */
export async function provePassword(
  { email: address, password }: z.output<typeof credentialsInput>,
  origin: Origin,
): Promise<Account> {
  const attempt = await countPasswordTry(address, origin);
  const person = await asLogin((db) =>
    db.user.findUnique({
      where: { email: address },
      select: { ...accountFacts, credential: { select: { passwordHash: true } } },
    }),
  );
  const passwordHash = person?.credential?.passwordHash ?? null;
  const right = await verifyPassword(passwordHash, password);
  if (!person?.isActive || !right || passwordHash === null) {
    await recordFailure(address, person, origin);
    throw signInFailed();
  }
  await attempt.forgive();
  if (isOutdated(passwordHash)) await rehash(person.id, passwordHash, password);
  const { credential: _, ...actorOf } = person;
  return actorOf;
}

/** Throws FORBIDDEN with the reason where every guard would refuse this person, so that no useless token is issued. */
export function requireAccess({ userType, tenant, clientPortalEnabled, clientId, client }: Account): void {
  if (tenant && tenant.status !== 'active') throw forbidden('businessSuspended');
  if (userType !== 'client') return;
  const refusal = portalRefusal({
    portalEnabled: clientPortalEnabled,
    clientId,
    clientActive: client?.isActive ?? null,
  });
  if (refusal) throw forbidden(refusal);
}

/** The error of every failed sign-in, whatever the cause. */
export function signInFailed(): AppError {
  return new AppError('UNAUTHENTICATED', { reason: { key: 'signInFailed' } });
}

/** The event belongs to the tenant of a known account, so that its admins see attempts on their accounts. */
async function recordFailure(email: string, person: { id: string; tenantId: string | null } | null, origin: Origin) {
  const stranger = { origin, tenantId: person?.tenantId ?? null };
  const event = { name: 'user.sign_in_failed', recordId: person?.id ?? null, facts: { email } } as const;
  await asLogin((db) => recordAnonymousEvent(db, stranger, event));
}

/** Replaces a hash with outdated parameters at sign-in, the only time the plain password is available. */
async function rehash(userId: string, old: string, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await asLogin((db) => db.credential.updateMany({ where: { userId, passwordHash: old }, data: { passwordHash } }));
}
