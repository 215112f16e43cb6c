import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import { type Account, accessRefusal, accountFacts, type programCredentials, signInFailed } from '@/lib/auth/accounts';
import { type DeviceClaims, knownDevice } from '@/lib/auth/known-device';
import { hashPassword, isOutdated, verifyPassword } from '@/lib/auth/passwords';
import { countPasswordTry, countSharedTry } from '@/lib/auth/throttle';
import type { Origin } from '@/lib/authz/actor';
import { asLogin } from '@/lib/authz/scope';
import { recordAnonymousEvent } from '@/lib/events/record';

/** The most accounts of one address that a password is compared with; those with access and the latest sign-in come first. */
const mostCompared = 5;

/** Milliseconds after which a comparison is answered even where a busy machine would need longer for the most accounts. */
const longestAnswer = 2000;

const proofFacts = {
  ...accountFacts,
  lastSignInAt: true,
  credential: { select: { passwordHash: true, changedAt: true } },
} as const;

type Found = Account & { lastSignInAt: Date | null; credential: { passwordHash: string; changedAt: Date } | null };
type Candidate = Found & { credential: { passwordHash: string } };

/** An account whose password was proven. `stamp` changes with each sign-in and each change of the password. */
export type ProvenAccount = Account & { stamp: string };

/**
 * Returns the accounts of an e-mail address that have this password: one for most people, several for somebody who chose the
 * same password at several tenants. Accounts without access are left out where one with access matches. An unknown address,
 * a wrong password, a deactivated account and one without a password all give UNAUTHENTICATED (signInFailed) and count as a
 * failed try. The time of an answer tells neither whether an address has accounts nor how many, and a sign-in to one account
 * tells nothing about the others (decision 23). Throws TOO_MANY_TRIES (429) past the throttle and UNAVAILABLE (503) under a flood.
 */
export async function provePassword(
  { email, password, tenant }: z.output<typeof programCredentials>,
  origin: Origin,
  deviceCookie?: string,
): Promise<readonly [ProvenAccount, ...ProvenAccount[]]> {
  const device = await knownDevice(deviceCookie, email);
  const attempt = await countPasswordTry(email, origin, device);
  const accounts = (await accountsOf(email)).filter(
    (account) => tenant === undefined || tenant === (account.tenant?.slug ?? null),
  );
  const { right, even } = await compare(accounts.filter(isCandidate).slice(0, mostCompared), password, device);
  const open = right.filter((account) => accessRefusal(account) === null);
  const [first, ...others] = (open.length > 0 ? open : right).map(proven);
  if (first === undefined) await recordFailures(email, accounts, origin);
  else await attempt.forgive();
  await even;
  if (first === undefined) throw signInFailed();
  for (const { id, credential } of right)
    if (isOutdated(credential.passwordHash)) await rehash(id, credential.passwordHash, password);
  return [first, ...others];
}

/** The value of `ProvenAccount.stamp` at this moment; null once the account cannot sign in. */
export async function currentStamp(userId: string): Promise<string | null> {
  const account = await asLogin((db) => db.user.findUnique({ where: { id: userId }, select: proofFacts }));
  return account && isCandidate(account) ? stampOf(account) : null;
}

/** All accounts of an address, those first that would be used. */
async function accountsOf(email: string): Promise<Found[]> {
  const accounts = await asLogin((db) =>
    db.user.findMany({
      where: { email },
      orderBy: [{ lastSignInAt: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
      select: proofFacts,
      take: 50,
    }),
  );
  return accounts.sort((a, b) => Number(accessRefusal(a) !== null) - Number(accessRefusal(b) !== null));
}

function isCandidate(account: Found): account is Candidate {
  return account.isActive && account.credential !== null;
}

type Comparison = { right: Candidate[]; even: Promise<void> };

/**
 * Compares a password with each candidate, and with a hash of no password where there is none. `even` ends after the time of
 * more comparisons than any address has, at the pace of these. Of several candidates each has a counter of its own: the
 * right password of one account is a guess at the others, which the counter of the address does not keep.
 */
async function compare(candidates: Candidate[], password: string, device: DeviceClaims | null): Promise<Comparison> {
  const begin = performance.now();
  const shared = candidates.length > 1;
  const right: Candidate[] = [];
  const tries = [];
  let compared = 0;
  let hashing = 0;
  for (const candidate of candidates.length > 0 ? candidates : [null]) {
    // Its own known device has counters too, which nobody else can use up.
    const counts = candidate && shared && candidate.id !== device?.userId;
    const attempt = counts ? await countSharedTry(candidate.id) : null;
    const hash = counts && attempt === null ? null : (candidate?.credential.passwordHash ?? null);
    const start = performance.now();
    const matches = await verifyPassword(hash, password, 'visitors');
    hashing += performance.now() - start;
    compared += 1;
    if (candidate && matches) right.push(candidate);
    if (attempt) tries.push({ attempt, matches });
  }
  for (const { attempt, matches } of tries) if (matches || right.length === 0) await attempt.forgive();
  const end = begin + Math.min((hashing / compared) * (mostCompared + 1), longestAnswer);
  return { right, even: sleep(Math.max(0, end - performance.now())) };
}

function proven(candidate: Candidate): ProvenAccount {
  const { credential: _, lastSignInAt: __, ...account } = candidate;
  return { ...account, stamp: stampOf(candidate) };
}

function stampOf({ credential, lastSignInAt }: Found): string {
  return `${credential?.changedAt.getTime()} ${lastSignInAt?.getTime() ?? 'never'}`;
}

/** An event belongs to the tenant of its account, so that its admins see attempts on their accounts. */
async function recordFailures(email: string, accounts: readonly Found[], origin: Origin): Promise<void> {
  const event = { name: 'user.sign_in_failed', facts: { email } } as const;
  await asLogin(async (db) => {
    for (const { id, tenantId } of accounts.length > 0 ? accounts : [{ id: null, tenantId: null }])
      await recordAnonymousEvent(db, { origin, tenantId }, { ...event, recordId: id });
  });
}

/** Replaces a hash with outdated parameters at sign-in, the only time the plain password is available. */
async function rehash(userId: string, old: string, password: string): Promise<void> {
  const passwordHash = await hashPassword(password, 'visitors');
  await asLogin((db) => db.credential.updateMany({ where: { userId, passwordHash: old }, data: { passwordHash } }));
}
