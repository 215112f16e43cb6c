import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DeviceClaims } from '@/lib/auth/known-device';
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

/** Length of a window, which begins with its first try. */
export const windowSeconds = 15 * 60;

/**
 * Failed tries per window, after which the counter refuses: room for typing errors and for a company behind one address, but
 * too few to guess a password. docs/security.md states them as guesses per hour.
 */
export const triesPerWindow = {
  /** At one account from one address. */
  pair: 10,
  /** At one account from all addresses together: more, so that few addresses of strangers do not lock its owner out. */
  account: 50,
  /** From one address at all accounts. */
  address: 60,
  /** In one browser that has signed in before. */
  device: 10,
  /** In all browsers in which one account has signed in before. */
  devices: 30,
  /** At one of several accounts of an address, by the right passwords of the others. */
  shared: 30,
  /** At the current password of a signed-in person. */
  change: 10,
  /** Uses of single-use links from one address; successful uses count too. */
  link: 30,
  /** Lookups of printed documents from one address. */
  lookup: 60,
  /** Links for a forgotten password that one address asks for, for one account. */
  forgotPair: 3,
  /** … for all accounts. */
  forgotAddress: 20,
  /** … and that all addresses together ask for, for one account: each is a mail to its person. */
  forgotAccount: 8,
};

type Counter = keyof typeof triesPerWindow;

function limiter(keyPrefix: Counter) {
  return new RateLimiterPostgres({
    storeClient: store,
    storeType: 'client',
    tableName: 'throttle_counters',
    tableCreated: true,
    keyPrefix,
    points: triesPerWindow[keyPrefix],
    duration: windowSeconds,
  });
}

const limiters: Record<Counter, RateLimiterPostgres> = {
  pair: limiter('pair'),
  account: limiter('account'),
  address: limiter('address'),
  device: limiter('device'),
  devices: limiter('devices'),
  shared: limiter('shared'),
  change: limiter('change'),
  link: limiter('link'),
  lookup: limiter('lookup'),
  forgotPair: limiter('forgotPair'),
  forgotAddress: limiter('forgotAddress'),
  forgotAccount: limiter('forgotAccount'),
};

/** A counted try. `forgive` takes it back after success, so that only failures count; earlier failures stay counted. */
export type Try = { forgive: () => Promise<void> };

/**
 * Counts a try at an account's password before the check, so that 100 simultaneous tries count as 100. The counters are in
 * the database, shared by all processes; unknown accounts count as well. A known device has counters of its own; when they are
 * full it counts as a stranger. Throws TOO_MANY_TRIES (429) with the seconds to wait.
 */
export async function countPasswordTry(email: string, origin: Origin, device: DeviceClaims | null): Promise<Try> {
  const known = device && (await count({ device: device.id, devices: device.userId }));
  if (known && 'forgive' in known) return known;
  const account = hashOf(email);
  const address = addressOf(origin);
  // The pair first: tries at one account from one address are refused before they burden other people's counters.
  return accepted(await count({ pair: `${account}:${address}`, address, account }));
}

/** Counts a try at the current password of a signed-in person, whom failed sign-ins of strangers thus cannot refuse. */
export async function countPasswordChangeTry(userId: string): Promise<Try> {
  return accepted(await count({ change: userId }));
}

/**
 * Counts a comparison with one of several accounts of an address, so that the right password of one account cannot be used
 * to guess at another. Null past the limit: the account is then not compared.
 */
export async function countSharedTry(userId: string): Promise<Try | null> {
  const counted = await count({ shared: userId });
  return 'forgive' in counted ? counted : null;
}

/** Counts the use of a single-use link: links cannot be guessed, but each use hashes a password. */
export async function countLinkTry(origin: Origin): Promise<void> {
  accepted(await count({ link: addressOf(origin) }));
}

/** Counts a lookup of a printed document by its code. Throws TOO_MANY_TRIES. */
export async function countLookup(origin: Origin): Promise<void> {
  accepted(await count({ lookup: addressOf(origin) }));
}

/** Counts a link that somebody asks for because they forgot a password; unknown accounts count as well. Throws TOO_MANY_TRIES. */
export async function countForgotTry(email: string, origin: Origin): Promise<void> {
  const [account, address] = [hashOf(email), addressOf(origin)];
  accepted(await count({ forgotPair: `${account}:${address}`, forgotAddress: address, forgotAccount: account }));
}

const hashOf = (email: string) => createHash('sha256').update(email).digest('hex');

type Refused = { retryAfterSeconds: number };

/** Counts a try by all the counters in their order, or by none of them where one refuses. */
async function count(keys: Partial<Record<Counter, string>>): Promise<Try | Refused> {
  const taken: [RateLimiterPostgres, string][] = [];
  const forgive = async () => {
    await Promise.all(taken.map(([counter, key]) => counter.reward(key)));
  };
  // Object.entries loses the type of the keys.
  for (const [name, key] of Object.entries(keys) as [Counter, string][]) {
    try {
      await limiters[name].consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      await forgive();
      return { retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
    }
    taken.push([limiters[name], key]);
  }
  return { forgive };
}

function accepted(counted: Try | Refused): Try {
  if ('forgive' in counted) return counted;
  throw new AppError('TOO_MANY_TRIES', counted);
}

// Requests without an address share one counter, so that hiding the address does not evade the limit.
function addressOf({ ip }: Origin): string {
  return ip === null ? 'unknown' : networkOf(ip);
}

function numeric(value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}
