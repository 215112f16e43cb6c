import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from '@/lib/auth/network';
import type { Origin } from '@/lib/authz/actor';
import { asLogin } from '@/lib/authz/scope';
import { AppError } from '@/lib/errors';

type Query = { text: string; values?: unknown[] };

// The limiter expects a `pg` client; each statement runs in its own transaction, in the role that may read the counters.
const store = {
  query: ({ text, values = [] }: Query) =>
    asLogin(async (db) => {
      const rows = await db.$queryRawUnsafe<Record<string, unknown>[]>(text, ...values);
      return { rows: rows.map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, numeric(v)]))) };
    }),
};

function counter(keyPrefix: string, tries: number) {
  return new RateLimiterPostgres({
    storeClient: store,
    storeType: 'client',
    tableName: 'throttle_counters',
    tableCreated: true,
    keyPrefix,
    points: tries,
    duration: windowSeconds,
  });
}

const windowSeconds = 15 * 60;

/** Failed tries per window: room for typing errors and for a company behind one address, but too few to guess a password. */
const perAccount = counter('account', 10);
const perAddress = counter('address', 60);
const linksPerAddress = counter('link', 30);

/** A counted try. `forgive` takes it back after success, so that only failures count. */
export type Try = { forgive: () => Promise<void> };

/**
 * Counts a try at an account's password before the check, so that 100 simultaneous tries count as 100. The counters are in
 * the database, shared by all processes; unknown accounts count as well. Throws TOO_MANY_TRIES (429) with the seconds to wait.
 */
export async function countPasswordTry(email: string, origin: Origin): Promise<Try> {
  const account = createHash('sha256').update(email).digest('hex');
  const address = addressOf(origin);
  await take(perAddress, address);
  await take(perAccount, account);
  return {
    forgive: async () => {
      await Promise.all([perAccount.delete(account), perAddress.reward(address)]);
    },
  };
}

/** Counts the use of a single-use link: links cannot be guessed, but each use hashes a password. */
export async function countLinkTry(origin: Origin): Promise<void> {
  await take(linksPerAddress, addressOf(origin));
}

async function take(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new AppError('TOO_MANY_TRIES', { retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) });
  }
}

// Requests without an address share one counter, so that hiding the address does not evade the limit.
function addressOf({ ip }: Origin): string {
  return ip === null ? 'unknown' : networkOf(ip);
}

function numeric(value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}
