import { z } from 'zod';
import { enqueueAccountMail } from '@/lib/auth/account-mails';
import { accountFacts } from '@/lib/auth/accounts';
import { endOpenLinks, isSetUp, type LinkPurpose, lockSetup } from '@/lib/auth/links';
import { newPassword, requireImpersonal } from '@/lib/auth/password-rule';
import { hashPassword } from '@/lib/auth/passwords';
import { hashSecret } from '@/lib/auth/secret-hash';
import { noticeUse } from '@/lib/auth/security-notices';
import { endSessionsOf } from '@/lib/auth/sessions';
import { admit, type SignedIn } from '@/lib/auth/sign-in';
import { countLinkTry } from '@/lib/auth/throttle';
import { endTokensOf } from '@/lib/auth/tokens';
import type { Origin, UserType } from '@/lib/authz/actor';
import { asLogin } from '@/lib/authz/scope';
import { refusing } from '@/lib/db/constraint-errors';
import type { WriteDb } from '@/lib/db/handles';
import { conflict } from '@/lib/errors';
import { recordAnonymousEvent } from '@/lib/events/record';
import { email, line } from '@/lib/fields';

/** The person of a link, as its page shows them. A set-up link has none. */
export type LinkPerson = { name: string; email: string };

/**
 * The state of a link, and the slug of the business that it came from. A link of another purpose, of a deactivated person or
 * without a match is unknown; an invitation of somebody who has a password counts as used.
 */
export type FoundLink =
  | { state: 'valid'; person: LinkPerson | null; business: string | null }
  | { state: 'used' | 'expired'; business: string | null }
  | { state: 'unknown' };

/** Looks a link up without using it. */
export function findLink(token: string, purpose: LinkPurpose): Promise<FoundLink> {
  return asLogin((db) => lookUp(db, token, purpose));
}

const secret = z.string().max(200);

export const redeemLinkInput = z.strictObject({ token: secret, password: newPassword });
export const setUpInput = z.strictObject({ token: secret, name: line(), email, password: newPassword });

/**
 * Sets the first password by an invitation or another by a reset, ends all sessions and API tokens of the person (one may be stolen, a common
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
  const passwordHash = await hashPassword(password, 'visitors');
  return asLogin(async (db) => {
    const { userId, createdById } = (await spend(db, token, purpose)) ?? {};
    if (!userId) throw conflict('linkInvalid');
    const account = await db.user.findUniqueOrThrow({ where: { id: userId }, select: accountFacts });
    if (!account.isActive || isResetByAdmin({ purpose, createdById, user: account })) throw conflict('linkInvalid');
    await setPassword(db, userId, passwordHash, purpose);
    if (purpose === 'password_reset') {
      await noticeUse(db, userId);
      await enqueueAccountMail(db, 'password_changed', userId);
    }
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
  const passwordHash = await hashPassword(password, 'visitors');
  return asLogin(async (db) => {
    await lockSetup(db);
    if (await isSetUp(db)) throw conflict('setUpAlready');
    if (!(await spend(db, token, 'setup'))) throw conflict('linkInvalid');
    const data = { userType: 'super_admin', name, email: address } as const;
    const account = await db.user.create({ data, select: accountFacts });
    await setPassword(db, account.id, passwordHash, 'setup');
    const event = { name: 'user.link_used', recordId: account.id, facts: { purpose: 'setup' } } as const;
    await recordAnonymousEvent(db, { origin, account }, event);
    return admit(db, account, origin, 'link');
  });
}

async function lookUp(db: WriteDb, token: string, purpose: LinkPurpose): Promise<FoundLink> {
  const person = {
    ...{ name: true, email: true, isActive: true, userType: true },
    tenant: { select: { slug: true } },
    credential: { select: { userId: true } },
  } as const;
  const link = await db.userLink.findUnique({
    where: { tokenHash: hashSecret(token), purpose },
    select: { usedAt: true, expiresAt: true, createdById: true, user: { select: person } },
  });
  if (!link || link.user?.isActive === false) return { state: 'unknown' };
  const { user } = link;
  const business = user?.tenant?.slug ?? null;
  if (isResetByAdmin({ purpose, ...link })) return { state: 'expired', business };
  if (link.usedAt || (purpose === 'invitation' && user?.credential)) return { state: 'used', business };
  if (link.expiresAt <= new Date()) return { state: 'expired', business };
  return { state: 'valid', person: user && { name: user.name, email: user.email }, business };
}

type Purposeful = {
  purpose: LinkPurpose;
  createdById: string | null | undefined;
  user: { userType: UserType } | null;
};

/** A reset that an admin was shown for somebody who has become an admin since: whoever holds it would sign in as another admin. */
function isResetByAdmin({ purpose, createdById, user }: Purposeful): boolean {
  return purpose === 'password_reset' && !!createdById && user?.userType === 'admin';
}

type Spent = { userId: string | null; createdById: string | null };

/**
 * Marks a valid link as used, in one statement, and returns its person (null for a set-up link); undefined if not valid. An
 * invitation is not valid for somebody who has a password: it sets the first one.
 */
async function spend(db: WriteDb, token: string, purpose: LinkPurpose): Promise<Spent | undefined> {
  const now = new Date();
  const firstPassword = purpose === 'invitation' ? { user: { credential: { is: null } } } : {};
  const [spent] = await db.userLink.updateManyAndReturn({
    where: { tokenHash: hashSecret(token), purpose, usedAt: null, expiresAt: { gt: now }, ...firstPassword },
    data: { usedAt: now },
    select: { userId: true, createdById: true },
  });
  return spent;
}

/** Sets the first password, which only a reset may replace. Throws CONFLICT (linkInvalid) where there is one already. */
async function setPassword(db: WriteDb, userId: string, passwordHash: string, purpose: LinkPurpose): Promise<void> {
  const changed = { passwordHash, changedAt: new Date(), chosenByOwner: true };
  if (purpose === 'password_reset')
    await db.credential.upsert({ where: { userId }, create: { userId, ...changed }, update: changed });
  else
    await refusing(db.credential.create({ data: { userId, ...changed }, select: { userId: true } }), {
      credentials_pkey: () => conflict('linkInvalid'),
    });
}
