import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { redeemLink } from '@/lib/auth/link-redemption';
import { signInWithPassword } from '@/lib/auth/sign-in';
import { triesPerWindow } from '@/lib/auth/throttle';
import { tradeToken } from '@/lib/auth/tokens';
import type { Origin } from '@/lib/authz/actor';
import { originOf, peerHeader } from '@/lib/http/origin';
import { testDatabase } from '@/tests/support/database/database';
import { refusal } from '@/tests/support/database/refusal';
import { createAccount, freshOrigin, rightPassword as password } from '@/tests/support/identity/account';
import { signedInPerson } from '@/tests/support/identity/password-sign-in';

const { owner } = await testDatabase();
const wrong = 'wrong orchard 41';

async function fail(email: string, times: number, origin: () => Origin = freshOrigin): Promise<void> {
  for (let count = 0; count < times; count += 1)
    expect((await refusal(signInWithPassword({ email, password: wrong }, origin()))).code).toBe('UNAUTHENTICATED');
}

/** Uses up all attempts of a counter but `left`, without hashing sixty passwords. */
async function useUp(counter: keyof typeof triesPerWindow, key: string | null, left: number): Promise<void> {
  await owner.query(`insert into throttle_counters (key, points, expire) values ($1, $2, $3)`, [
    `${counter}:${key}`,
    triesPerWindow[counter] - left,
    Date.now() + 60_000,
  ]);
}
const points = async (key: string) =>
  (await owner.query('select points from throttle_counters where key = $1', [key])).rows;
const accountKey = (email: string) => createHash('sha256').update(email).digest('hex');

describe('the throttle', () => {
  it('closes an account to an address after ten failures from it, for its right password too, and to no other', async () => {
    const { id, email } = await createAccount(owner);
    const origin = freshOrigin();
    await fail(email, 10, () => origin);
    const { code, retryAfterSeconds } = await refusal(signInWithPassword({ email, password }, origin));
    expect(code).toBe('TOO_MANY_TRIES');
    expect(retryAfterSeconds).toBeGreaterThan(800);
    expect(retryAfterSeconds).toBeLessThanOrEqual(900);
    expect(await signedInPerson(email, password)).toBe(id);
  });

  it('closes an account to all addresses after fifty failures, from wherever they come', async () => {
    const { email } = await createAccount(owner);
    await useUp('account', accountKey(email), 2);
    await fail(email, 2);
    expect((await refusal(signInWithPassword({ email, password }, freshOrigin()))).code).toBe('TOO_MANY_TRIES');
  });

  it('holds for programs that trade a password for a token', async () => {
    const { email } = await createAccount(owner);
    const origin = freshOrigin();
    await fail(email, 9, () => origin);
    const trade = (tried: string, from = origin) => tradeToken({ email, password: tried }, from);
    expect((await refusal(trade(wrong))).code).toBe('UNAUTHENTICATED');
    expect((await refusal(trade(password))).code).toBe('TOO_MANY_TRIES');
    expect((await trade(password, freshOrigin())).token).toMatch(/^oriel_/);
  });

  it('does not burden an address or an account with tries that it refuses', async () => {
    const email = `somebody-${Math.random()}@example.com`;
    const origin = freshOrigin();
    await fail(email, 10, () => origin);
    for (let count = 0; count < 5; count += 1)
      expect((await refusal(signInWithPassword({ email, password: wrong }, origin))).code).toBe('TOO_MANY_TRIES');
    expect(await points(`address:${origin.ip}`)).toEqual([{ points: 10 }]);
    expect(await points(`account:${accountKey(email)}`)).toEqual([{ points: 10 }]);
  });

  it('opens no account to who guesses on after a sign-in: successes keep the failures before them', async () => {
    const { email } = await createAccount(owner);
    const origin = freshOrigin();
    await fail(email, 6, () => origin);
    await signInWithPassword({ email, password }, origin);
    await fail(email, 4, () => origin);
    expect((await refusal(signInWithPassword({ email, password }, origin))).code).toBe('TOO_MANY_TRIES');
  });

  it('treats an account that does not exist in the same way', async () => {
    const email = 'ghost@example.com';
    const origin = freshOrigin();
    await fail(email, 10, () => origin);
    expect((await refusal(signInWithPassword({ email, password: wrong }, origin))).code).toBe('TOO_MANY_TRIES');
  });

  it('opens again when the window is over', async () => {
    const { id, email } = await createAccount(owner);
    const origin = freshOrigin();
    await fail(email, 10, () => origin);
    await owner.query(`update throttle_counters set expire = $1`, [Date.now() - 1]);
    expect(await signedInPerson(email, password, origin)).toBe(id);
  });

  it('counts failures only: successful sign-ins never lock an account', async () => {
    const { email } = await createAccount(owner);
    const origin = freshOrigin();
    await fail(email, 9, () => origin);
    for (let count = 0; count < 12; count += 1) await signInWithPassword({ email, password }, origin);
    expect(await points(`address:${origin.ip}`)).toEqual([{ points: 9 }]);
  });

  it('counts tries that come at once', async () => {
    const { email } = await createAccount(owner);
    const origin = freshOrigin();
    const tries = Array.from({ length: 30 }, () => refusal(signInWithPassword({ email, password: wrong }, origin)));
    const codes = (await Promise.all(tries)).map(({ code }) => code);
    expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(10);
    expect(codes.filter((code) => code === 'TOO_MANY_TRIES')).toHaveLength(20);
  });

  it('closes an address that tries many accounts, and leaves the others in peace', async () => {
    const { id, email } = await createAccount(owner);
    const [busy, calm] = [freshOrigin(), freshOrigin()];
    await useUp('address', busy.ip, 1);
    await fail('somebody@example.com', 1, () => busy);
    expect((await refusal(signInWithPassword({ email, password }, busy))).code).toBe('TOO_MANY_TRIES');
    expect(await signedInPerson(email, password, calm)).toBe(id);
  });

  it('is not fooled by an address that the visitor writes into a header', async () => {
    const { email } = await createAccount(owner);
    const sent = (forwarded: string) =>
      originOf(new Headers({ 'x-forwarded-for': forwarded, [peerHeader]: '203.0.113.9' }), 0);
    await useUp('address', '203.0.113.9', 0);
    for (const forwarded of ['198.51.100.1', '198.51.100.2, 198.51.100.3', ''])
      expect((await refusal(signInWithPassword({ email, password }, sent(forwarded)))).code).toBe('TOO_MANY_TRIES');
  });

  it('is shared by all processes', async () => {
    const { email } = await createAccount(owner);
    const script = `const { signInWithPassword } = await import('@/lib/auth/sign-in');
      for (let n = 0; n < 10; n += 1)
        await signInWithPassword({ email: process.argv[1], password: 'wrong orchard 41' }, { ip: '192.0.2.7', userAgent: null }).catch((error) => console.log(error.code));
      process.exit(0);`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '-e', script, email],
      { env: process.env },
    );
    expect(stdout.trim().split('\n')).toEqual(Array(10).fill('UNAUTHENTICATED'));
    const there = { ip: '192.0.2.7', userAgent: null };
    expect((await refusal(signInWithPassword({ email, password }, there))).code).toBe('TOO_MANY_TRIES');
  });

  it('limits how often one address may use links', async () => {
    const origin = freshOrigin();
    const use = () =>
      refusal(redeemLink({ token: 'no-such-link', password: 'a long new one', purpose: 'invitation' }, origin));
    for (let count = 0; count < 30; count += 1) expect((await use()).code).toBe('CONFLICT');
    expect((await use()).code).toBe('TOO_MANY_TRIES');
  });
});
