import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { redeemLink } from '@/lib/auth/link-redemption';
import { signInWithPassword } from '@/lib/auth/sign-in';
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

/** Uses up all attempts of an IP address but `left`, without hashing sixty passwords. */
async function useUp(origin: Origin, left: number): Promise<void> {
  await owner.query(`insert into throttle_counters (key, points, expire) values ($1, $2, $3)`, [
    `address:${origin.ip}`,
    60 - left,
    Date.now() + 60_000,
  ]);
}

describe('the throttle', () => {
  it('closes an account after ten failures, from wherever they come, for its right password too', async () => {
    const { email } = await createAccount(owner);
    await fail(email, 10);
    const { code, retryAfterSeconds } = await refusal(signInWithPassword({ email, password }, freshOrigin()));
    expect(code).toBe('TOO_MANY_TRIES');
    expect(retryAfterSeconds).toBeGreaterThan(800);
    expect(retryAfterSeconds).toBeLessThanOrEqual(900);
  });

  it('treats an account that does not exist in the same way', async () => {
    const email = 'ghost@example.com';
    await fail(email, 10);
    expect((await refusal(signInWithPassword({ email, password: wrong }, freshOrigin()))).code).toBe('TOO_MANY_TRIES');
  });

  it('opens again when the window is over', async () => {
    const { id, email } = await createAccount(owner);
    await fail(email, 10);
    await owner.query(`update throttle_counters set expire = $1 where key like 'account:%'`, [Date.now() - 1]);
    expect(await signedInPerson(email, password)).toBe(id);
  });

  it('counts failures only: successful sign-ins never lock an account', async () => {
    const { email } = await createAccount(owner);
    const origin = freshOrigin();
    await fail(email, 9, () => origin);
    for (let count = 0; count < 12; count += 1) await signInWithPassword({ email, password }, origin);
    const { rows } = await owner.query('select points from throttle_counters where key = $1', [`address:${origin.ip}`]);
    expect(rows).toEqual([{ points: 9 }]);
  });

  it('counts tries that come at once', async () => {
    const { email } = await createAccount(owner);
    const tries = Array.from({ length: 30 }, () =>
      refusal(signInWithPassword({ email, password: wrong }, freshOrigin())),
    );
    const codes = (await Promise.all(tries)).map(({ code }) => code);
    expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(10);
    expect(codes.filter((code) => code === 'TOO_MANY_TRIES')).toHaveLength(20);
  });

  it('closes an address that tries many accounts, and leaves the others in peace', async () => {
    const { id, email } = await createAccount(owner);
    const [busy, calm] = [freshOrigin(), freshOrigin()];
    await useUp(busy, 1);
    await fail('somebody@example.com', 1, () => busy);
    expect((await refusal(signInWithPassword({ email, password }, busy))).code).toBe('TOO_MANY_TRIES');
    expect(await signedInPerson(email, password, calm)).toBe(id);
  });

  it('is not fooled by an address that the visitor writes into a header', async () => {
    const { email } = await createAccount(owner);
    const sent = (forwarded: string) =>
      originOf(new Headers({ 'x-forwarded-for': forwarded, [peerHeader]: '203.0.113.9' }), 0);
    await useUp({ ip: '203.0.113.9', userAgent: null }, 0);
    for (const forwarded of ['198.51.100.1', '198.51.100.2, 198.51.100.3', ''])
      expect((await refusal(signInWithPassword({ email, password }, sent(forwarded)))).code).toBe('TOO_MANY_TRIES');
  });

  it('is shared by all processes', async () => {
    const { email } = await createAccount(owner);
    const script = `const { signInWithPassword } = await import('@/lib/auth/sign-in');
      for (let n = 0; n < 10; n += 1)
        await signInWithPassword({ email: process.argv[1], password: 'wrong orchard 41' }, { ip: '192.0.2.' + n, userAgent: null }).catch((error) => console.log(error.code));
      process.exit(0);`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '-e', script, email],
      { env: process.env },
    );
    expect(stdout.trim().split('\n')).toEqual(Array(10).fill('UNAUTHENTICATED'));
    expect((await refusal(signInWithPassword({ email, password }, freshOrigin()))).code).toBe('TOO_MANY_TRIES');
  });

  it('limits how often one address may use links', async () => {
    const origin = freshOrigin();
    const use = () =>
      refusal(redeemLink({ token: 'no-such-link', password: 'a long new one', purpose: 'invitation' }, origin));
    for (let count = 0; count < 30; count += 1) expect((await use()).code).toBe('CONFLICT');
    expect((await use()).code).toBe('TOO_MANY_TRIES');
  });
});
