import { z } from 'zod';
import { accountFacts } from '@/lib/auth/accounts';
import { endOpenLinks, isSetUp, type LinkPurpose, lockSetup } from '@/lib/auth/links';
import { newPassword, requireImpersonal } from '@/lib/auth/password-rule';
import { hashPassword } from '@/lib/auth/passwords';
import { hashSecret } from '@/lib/auth/secret-hash';
import { endSessionsOf } from '@/lib/auth/sessions';
import { admit, type SignedIn } from '@/lib/auth/sign-in';
import { countLinkTry } from '@/lib/auth/throttle';
import { endTokensOf } from '@/lib/auth/tokens';
import type { Origin } from '@/lib/authz/actor';
import { asLogin } from '@/lib/authz/scope';
import type { WriteDb } from '@/lib/db/handles';
import { conflict, invalid } from '@/lib/errors';
import { recordAnonymousEvent } from '@/lib/events/record';
import { email, line } from '@/lib/fields';

/** The person of a link, as its page shows them. A set-up link has none. */
export type LinkPerson = { name: string; email: string; tenant: { name: string; accent: string } | null };

/** The state of a link. A link of another purpose, of a deactivated person or without a match is unknown. */
export type FoundLink = { state: 'valid'; person: LinkPerson | null } | { state: 'used' | 'expired' | 'unknown' };

/** Looks a link up without using it. */
export function findLink(token: string, purpose: LinkPurpose): Promise<FoundLink> {
  return asLogin((db) => lookUp(db, token, purpose));
}

const secret = z.string().max(200);

export const redeemLinkInput = z.strictObject({ token: secret, password: newPassword });
export const setUpInput = z.strictObject({ token: secret, name: line(), email, password: newPassword });

/**
 * Sets the password by an invitation or a reset, ends all sessions and API tokens of the person (one may be stolen, a common
 * reason for a reset), and signs the person in. A link works once: of two simultaneous uses one succeeds. Throws CONFLICT
 * (linkInvalid), VALIDATION, TOO_MANY_TRIES or UNAVAILABLE.
 */
export async function redeemLink(
  { token, password, purpose }: z.output<typeof redeemLinkInput> & { purpose: 'invitation' | 'password_reset' },
  origin: Origin,
): Promise<SignedIn> {
  await countLinkTry(origin);
  const link = await findLink(token, purpose);
  if (link.state !== 'valid' || !link.person) throw conflict('linkInvalid');
  requireImpersonal(password, link.person, 'password');
  const passwordHash = await hashPassword(password);
  return asLogin(async (db) => {
    const userId = await spend(db, token, purpose);
    if (!userId) throw conflict('linkInvalid');
    const account = await db.user.findUniqueOrThrow({ where: { id: userId }, select: accountFacts });
    if (!account.isActive) throw conflict('linkInvalid');
    await setPassword(db, userId, passwordHash);
    await endSessionsOf(db, userId, null);
    await endTokensOf(db, userId);
    await endOpenLinks(db, userId, null);
    const { tenantId } = account;
    const event = { name: 'user.link_used', recordId: userId, facts: { purpose } } as const;
    await recordAnonymousEvent(db, { origin, tenantId, account }, event);
    return admit(db, account, origin, 'link');
  });
}

/** Creates the first super-admin and signs them in. Throws as redeemLink does, and CONFLICT (setUpAlready) when one exists. */
export async function setUp(input: z.output<typeof setUpInput>, origin: Origin): Promise<SignedIn> {
  const { token, name, email: address, password } = input;
  await countLinkTry(origin);
  const link = await findLink(token, 'setup');
  if (link.state !== 'valid') throw conflict('linkInvalid');
  requireImpersonal(password, { name, email: address }, 'password');
  const passwordHash = await hashPassword(password);
  return asLogin(async (db) => {
    await lockSetup(db);
    if (await isSetUp(db)) throw conflict('setUpAlready');
    if ((await spend(db, token, 'setup')) === undefined) throw conflict('linkInvalid');
    const taken = await db.user.findUnique({ where: { email: address }, select: { id: true } });
    if (taken) throw invalid({ email: 'emailTaken' });
    const data = { userType: 'super_admin', name, email: address } as const;
    const account = await db.user.create({ data, select: accountFacts });
    await setPassword(db, account.id, passwordHash);
    const event = { name: 'user.link_used', recordId: account.id, facts: { purpose: 'setup' } } as const;
    await recordAnonymousEvent(db, { origin, account }, event);
    return admit(db, account, origin, 'link');
  });
}

async function lookUp(db: WriteDb, token: string, purpose: LinkPurpose): Promise<FoundLink> {
  const person = { name: true, email: true, isActive: true, tenant: { select: { name: true, accent: true } } } as const;
  const link = await db.userLink.findUnique({
    where: { tokenHash: hashSecret(token), purpose },
    select: { usedAt: true, expiresAt: true, user: { select: person } },
  });
  if (!link || link.user?.isActive === false) return { state: 'unknown' };
  if (link.usedAt) return { state: 'used' };
  if (link.expiresAt <= new Date()) return { state: 'expired' };
  const { user } = link;
  return { state: 'valid', person: user && { name: user.name, email: user.email, tenant: user.tenant } };
}

/** Marks a valid link as used, in one statement, and returns its person (null for a set-up link); undefined if not valid. */
async function spend(db: WriteDb, token: string, purpose: LinkPurpose): Promise<string | null | undefined> {
  const now = new Date();
  const [spent] = await db.userLink.updateManyAndReturn({
    where: { tokenHash: hashSecret(token), purpose, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
    select: { userId: true },
  });
  return spent?.userId;
}

async function setPassword(db: WriteDb, userId: string, passwordHash: string): Promise<void> {
  const changedAt = new Date();
  await db.credential.upsert({
    where: { userId },
    create: { userId, passwordHash, changedAt },
    update: { passwordHash, changedAt },
  });
}
