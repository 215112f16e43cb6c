import { createHash } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { identifySession } from '@/lib/auth/identify';
import { type DeviceClaims, deviceCookieName, knownDevice, signDeviceCookie } from '@/lib/auth/known-device';
import { changePassword } from '@/lib/auth/password-change';
import { signSessionCookie } from '@/lib/auth/session-cookie';
import { signInWithPassword } from '@/lib/auth/sign-in';
import { signingKey } from '@/lib/auth/signing-key';
import type { triesPerWindow } from '@/lib/auth/throttle';
import type { Origin } from '@/lib/authz/actor';
import { testDatabase } from '@/tests/support/database/database';
import { refusal } from '@/tests/support/database/refusal';
import { createAccount, freshOrigin, rightPassword as password } from '@/tests/support/identity/account';
import { actorOf } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();
const wrong = 'wrong orchard 41';
const newPassword = 'lantern over water';

/** An account, and the device cookie of a browser in which it has signed in. */
async function knownAccount(): Promise<{ id: string; email: string; cookie: string; device: DeviceClaims }> {
  const { id, email } = await createAccount(owner);
  const { device } = await signInWithPassword({ email, password }, freshOrigin());
  return { id, email, device, cookie: await signDeviceCookie(device) };
}

const hashOf = (email: string) => createHash('sha256').update(email).digest('hex');

/** Fills counters, as strangers' failures do. */
async function fill(keys: Partial<Record<keyof typeof triesPerWindow, string | null>>): Promise<void> {
  for (const [counter, key] of Object.entries(keys))
    await owner.query(
      `insert into throttle_counters (key, points, expire) values ($1, 1000, $2)
       on conflict (key) do update set points = excluded.points, expire = excluded.expire`,
      [`${counter}:${key}`, Date.now() + 60_000],
    );
}
const fillForStrangers = (email: string, { ip }: Origin) =>
  fill({ account: hashOf(email), address: ip, pair: `${hashOf(email)}:${ip}` });

const codeOf = (email: string, tried: string, origin: Origin, cookie?: string) =>
  refusal(signInWithPassword({ email, password: tried }, origin, cookie)).then(({ code }) => code);

describe('a browser that has signed in before', () => {
  it('gets in when strangers have used up the account, the address and both together', async () => {
    const { id, email, cookie } = await knownAccount();
    const origin = freshOrigin();
    await fillForStrangers(email, origin);
    expect(await codeOf(email, password, origin)).toBe('TOO_MANY_TRIES');
    const { claims } = await signInWithPassword({ email, password }, origin, cookie);
    expect((await identifySession(claims.sid))?.userId).toBe(id);
  });

  it('has a counter of its own, and is a stranger when that is full', async () => {
    const { email, cookie } = await knownAccount();
    const origin = freshOrigin();
    for (let count = 0; count < 10; count += 1)
      expect(await codeOf(email, wrong, origin, cookie)).toBe('UNAUTHENTICATED');
    const { rows } = await owner.query(`select 1 from throttle_counters where key like $1`, [`%${origin.ip}`]);
    expect(rows).toEqual([]);
    expect(await codeOf(email, wrong, origin, cookie)).toBe('UNAUTHENTICATED');
    await fill({ account: hashOf(email) });
    expect(await codeOf(email, password, origin, cookie)).toBe('TOO_MANY_TRIES');
  });

  it('shares a counter with the other browsers of the account, so that many sign-ins make no more guesses', async () => {
    const { id, email, cookie } = await knownAccount();
    const origin = freshOrigin();
    await fillForStrangers(email, origin);
    await fill({ devices: id });
    expect(await codeOf(email, password, origin, cookie)).toBe('TOO_MANY_TRIES');
  });

  it('is known no more after a change of the password, except where it was changed', async () => {
    const { email, cookie } = await knownAccount();
    const changed = await changePassword({ currentPassword: password, newPassword }, await actorOf(owner, email));
    if (!changed) throw new Error('A session changes the password');
    const origin = freshOrigin();
    await fillForStrangers(email, origin);
    expect(await codeOf(email, newPassword, origin, cookie)).toBe('TOO_MANY_TRIES');
    const fresh = await signDeviceCookie(changed.device);
    await expect(signInWithPassword({ email, password: newPassword }, origin, fresh)).resolves.toBeDefined();
  });

  it('is known for its own account only', async () => {
    const [mine, theirs] = [await knownAccount(), await knownAccount()];
    expect(await knownDevice(mine.cookie, mine.email)).toEqual(mine.device);
    expect(await knownDevice(mine.cookie, theirs.email)).toBeNull();
  });

  it('stays known when the hash alone is renewed, because the password is the same', async () => {
    const { id, email, cookie } = await knownAccount();
    await owner.query(`update credentials set password_hash = password_hash || '' where user_id = $1`, [id]);
    expect(await knownDevice(cookie, email)).not.toBeNull();
  });
});

describe('a device cookie', () => {
  it('cannot be forged, nor replaced by a session cookie; malformed ones are no error', async () => {
    const { id, email, device, cookie } = await knownAccount();
    const sessionCookie = await signSessionCookie({
      sid: device.id,
      userType: 'client',
      expiresAt: new Date(Date.now() + 60_000),
    });
    const otherKey = await new SignJWT({ passwordChangedAt: device.passwordChangedAt })
      .setProtectedHeader({ alg: 'HS256' })
      .setJti(device.id)
      .setSubject(id)
      .setExpirationTime('1h')
      .sign(await signingKey('another purpose'));
    const expired = await new SignJWT({ passwordChangedAt: device.passwordChangedAt })
      .setProtectedHeader({ alg: 'HS256' })
      .setJti(device.id)
      .setSubject(id)
      .setExpirationTime('-1s')
      .sign(await signingKey('oriel device'));
    for (const bad of [undefined, '', 'x', `${cookie.slice(0, -2)}AA`, sessionCookie, otherKey, expired])
      expect(await knownDevice(bad, email), bad).toBeNull();
    expect(await knownDevice(cookie, email)).toEqual(device);
  });

  it('does not begin like the session cookie, which next-auth reads in chunks', () => {
    expect(deviceCookieName()).toBe('oriel-device');
  });
});

describe('the change of one’s own password', () => {
  it('is open while strangers’ failed sign-ins have closed the account and the address', async () => {
    const { email } = await createAccount(owner);
    const actor = await actorOf(owner, email);
    await fillForStrangers(email, actor.origin);
    await expect(changePassword({ currentPassword: password, newPassword }, actor)).resolves.not.toBeNull();
  });

  it('does not lock the sign-in by its own failures', async () => {
    const { email } = await createAccount(owner);
    const actor = await actorOf(owner, email);
    const guess = () => refusal(changePassword({ currentPassword: wrong, newPassword }, actor));
    for (let count = 0; count < 10; count += 1) await guess();
    expect((await guess()).code).toBe('TOO_MANY_TRIES');
    await expect(signInWithPassword({ email, password }, actor.origin)).resolves.toBeDefined();
  });
});
