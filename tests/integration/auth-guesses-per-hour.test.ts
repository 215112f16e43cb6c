import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DeviceClaims } from '@/lib/auth/known-device';
import {
  countPasswordChangeTry,
  countPasswordTry,
  countSharedTry,
  triesPerWindow,
  windowSeconds,
} from '@/lib/auth/throttle';
import { AppError } from '@/lib/errors';
import { testDatabase } from '@/tests/support/database/database';
import { mark } from '@/tests/support/factories/rows';
import { freshOrigin } from '@/tests/support/identity/account';

await testDatabase();
const minute = 60_000;
let start = Date.now();

beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());

/** The number of tries that are counted and not refused in an hour of trying every five minutes until the throttle refuses. */
async function guessesInAnHour(guess: () => Promise<unknown>): Promise<number> {
  start += 24 * 60 * minute;
  let guesses = 0;
  for (let passed = 0; passed < 60; passed += 5) {
    vi.setSystemTime(start + passed * minute);
    while (await admitted(guess)) guesses += 1;
  }
  return guesses;
}

async function admitted(guess: () => Promise<unknown>): Promise<boolean> {
  try {
    await guess();
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'TOO_MANY_TRIES') return false;
    throw error;
  }
}

const somebody = () => `person-${mark()}@example.com`;
const browserOf = (userId: string): DeviceClaims => ({ id: mark(), userId, passwordChangedAt: 0 });

/** One attack per row of the table in docs/security.md. */
function attacks(): Record<string, [keyof typeof triesPerWindow, () => Promise<unknown>]> {
  const [email, origin, account] = [somebody(), freshOrigin(), mark()];
  const browser = browserOf(account);
  const full = { ip: '192.0.2.1', userAgent: null };
  return {
    'at one account from one address': ['pair', () => countPasswordTry(email, origin, null)],
    'at one account from many addresses': ['account', () => countPasswordTry(`${email}.many`, freshOrigin(), null)],
    'at many accounts from one address': ['address', () => countPasswordTry(somebody(), full, null)],
    'at one account by passwords of another \\*': ['shared', () => asShared(account)],
    'at the current password of a signed-in person': ['change', () => countPasswordChangeTry(account)],
    'at one account in one browser it has signed in with': ['device', () => asKnown(email, browser)],
    'at one account in many such browsers': ['devices', () => asKnown(email, browserOf(`${account}-many`))],
  };
}

async function asShared(account: string): Promise<void> {
  if ((await countSharedTry(account)) === null) throw new AppError('TOO_MANY_TRIES');
}

/** A try of a known device that no counter of strangers admits once its own are full. */
async function asKnown(email: string, device: DeviceClaims): Promise<void> {
  const nobody = { ip: null, userAgent: null };
  while (await admitted(() => countPasswordTry(`${email}.known`, nobody, null)));
  await countPasswordTry(`${email}.known`, nobody, device);
}

describe('the guesses per hour that docs/security.md states', () => {
  const text = readFileSync('docs/security.md', 'utf8');
  const stated = [...text.matchAll(/^\| (at [^|]+?) +\| +(\d+) +\| +(\d+) +\|$/gm)];

  it('are stated for every way to guess', () => {
    expect(stated.map(([, way]) => way).sort()).toEqual(Object.keys(attacks()).sort());
    expect(windowSeconds).toBe(15 * 60);
  });

  it.each(stated.map(([, way = '', inWindow, inHour]) => [way, Number(inWindow), Number(inHour)] as const))(
    '%s: %d in a window, %d in an hour',
    async (way, inWindow, inHour) => {
      const attack = attacks()[way];
      if (!attack) throw new Error(`There is no attack ${way}`);
      const [counter, guess] = attack;
      expect(triesPerWindow[counter]).toBe(inWindow);
      expect(await guessesInAnHour(guess)).toBe(inHour);
    },
  );
});
