import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { identifySession, identifyToken } from '@/lib/auth/identify';
import { findLink, redeemLink, setUp } from '@/lib/auth/link-redemption';
import { createInvitation, createPasswordReset, createSetupLink } from '@/lib/auth/links';
import { signInWithPassword } from '@/lib/auth/sign-in';
import { write } from '@/lib/authz/scope';
import { testDatabase } from '@/tests/support/database/database';
import { refusal } from '@/tests/support/database/refusal';
import { createAccount, freshOrigin, givePassword, rightPassword } from '@/tests/support/identity/account';
import { adminActor, platformActor } from '@/tests/support/identity/actors';
import { signedInPerson } from '@/tests/support/identity/password-sign-in';
import { signIn, tokenFor } from '@/tests/support/identity/sign-in';

const { owner } = await testDatabase();
const password = 'lantern over water';

const tokenOf = (url: string) => new URL(url).pathname.split('/').at(-1) ?? '';

/** An admin and a client user without a password, of the same tenant. */
async function tenant() {
  const admin = await createAccount(owner, { userType: 'admin' });
  const person = await createAccount(owner, { password: false });
  // Moves the client user into a new client of the admin's tenant.
  const clientId = uuidv7();
  await owner.query(
    `insert into clients (id, tenant_id, name, currency, updated_at) values ($1, $2, 'Their client', 'EUR', now())`,
    [clientId, admin.tenantId],
  );
  await owner.query('update users set tenant_id = $1, client_id = $2 where id = $3', [
    admin.tenantId,
    clientId,
    person.id,
  ]);
  return { person, actor: await adminActor(owner, admin.email) };
}

async function invite() {
  const { person, actor } = await tenant();
  const link = await write(actor, (db) => createInvitation(db, { userId: person.id }, actor));
  return { person, actor, token: tokenOf(link.url) };
}

const slugOf = async (userId: string) =>
  (
    await owner.query<{ slug: string }>(
      'select slug from tenants t join users u on u.tenant_id = t.id where u.id = $1',
      [userId],
    )
  ).rows[0]?.slug ?? null;

describe('an invitation', () => {
  it('sets the first password, signs the person in, and works once', async () => {
    const { person, token } = await invite();
    const business = await slugOf(person.id);
    expect(await findLink(token, 'invitation')).toEqual({
      state: 'valid',
      person: { name: person.name, email: person.email },
      business,
    });
    const { claims } = await redeemLink({ token, password, purpose: 'invitation' }, freshOrigin());
    expect(await identifySession(claims.sid)).toMatchObject({ userId: person.id });
    expect(await signedInPerson(person.email, password)).toBe(person.id);

    expect(await findLink(token, 'invitation')).toEqual({ state: 'used', business });
    const again = await refusal(
      redeemLink({ token, password: 'another one entirely', purpose: 'invitation' }, freshOrigin()),
    );
    expect([again.code, again.reason?.key]).toEqual(['CONFLICT', 'linkInvalid']);
    expect(await signedInPerson(person.email, password)).toBe(person.id);
  });

  it('raced by two is won by one, and the winner’s password holds', async () => {
    const { person, token } = await invite();
    const words = ['first over the line', 'second over the line'];
    const outcomes = await Promise.allSettled(
      words.map((word) => redeemLink({ token, password: word, purpose: 'invitation' }, freshOrigin())),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const winner = words[outcomes.findIndex(({ status }) => status === 'fulfilled')] ?? '';
    expect(await signedInPerson(person.email, winner)).toBe(person.id);
  });

  it('sent again ends that person’s older one, and nobody else’s', async () => {
    const first = await invite();
    const other = await invite();
    const { person, actor } = first;
    const second = tokenOf((await write(actor, (db) => createInvitation(db, { userId: person.id }, actor))).url);
    expect((await findLink(first.token, 'invitation')).state).toBe('expired');
    expect((await findLink(second, 'invitation')).state).toBe('valid');
    expect((await findLink(other.token, 'invitation')).state).toBe('valid');
  });

  it('never replaces a password that the person has by now', async () => {
    const { person, actor, token } = await invite();
    await givePassword(owner, person.id);
    expect(await findLink(token, 'invitation')).toMatchObject({ state: 'used' });
    const late = await refusal(redeemLink({ token, password, purpose: 'invitation' }, freshOrigin()));
    expect([late.code, late.reason?.key]).toEqual(['CONFLICT', 'linkInvalid']);
    expect(await signedInPerson(person.email, rightPassword)).toBe(person.id);
    await expect(write(actor, (db) => createInvitation(db, { userId: person.id }, actor))).rejects.toThrow(
      /row-level security policy "user_links_first_password"/,
    );
  });

  it('leads into the business of the person, whoever opens it', async () => {
    const { person, token } = await invite();
    const { claims } = await redeemLink({ token, password, purpose: 'invitation' }, freshOrigin());
    const { rows } = await owner.query('select tenant_id from users where id = $1', [person.id]);
    expect(await identifySession(claims.sid)).toMatchObject({ tenantId: rows[0].tenant_id });
  });

  it('cannot be made for a person of another business', async () => {
    const { actor } = await tenant();
    const stranger = await createAccount(owner);
    await expect(write(actor, (db) => createInvitation(db, { userId: stranger.id }, actor))).rejects.toThrow();
    const { rows } = await owner.query('select from user_links where user_id = $1', [stranger.id]);
    expect(rows).toHaveLength(0);
  });

  it('is kept as a hash, lives seven days, and is on the audit trail without its secret', async () => {
    const { person, token, actor } = await invite();
    const { rows } = await owner.query(
      `select encode(token_hash, 'hex') as hash, created_by_id, round(extract(epoch from expires_at - created_at) / 3600)::int as hours
       from user_links where user_id = $1`,
      [person.id],
    );
    const hash = createHash('sha256').update(token).digest('hex');
    expect(rows).toEqual([{ hash, created_by_id: actor.userId, hours: 168 }]);
    const { rows: trail } = await owner.query<{ entry: string }>(
      `select to_json(a)::text as entry from audit_entries a where record_id = $1 and action = 'user.link_created'`,
      [person.id],
    );
    expect(trail).toHaveLength(1);
    expect(trail[0]?.entry).not.toContain(token);
  });

  it.each(['', 'short', 'a'.repeat(5_000), '%00', '../../etc'])('that is not one (%s) is unknown', async (token) => {
    expect(await findLink(token, 'invitation')).toEqual({ state: 'unknown' });
  });

  it('does not work as another kind of link, past its end, or for somebody who was deactivated', async () => {
    const { person, token } = await invite();
    expect(await findLink(token, 'password_reset')).toEqual({ state: 'unknown' });
    await owner.query('update users set is_active = false where id = $1', [person.id]);
    expect(await findLink(token, 'invitation')).toEqual({ state: 'unknown' });
    await owner.query('update users set is_active = true where id = $1', [person.id]);
    await owner.query(
      `update user_links set created_at = created_at - interval '8 days', expires_at = expires_at - interval '8 days' where user_id = $1`,
      [person.id],
    );
    expect(await findLink(token, 'invitation')).toMatchObject({ state: 'expired' });
    expect((await refusal(redeemLink({ token, password, purpose: 'invitation' }, freshOrigin()))).code).toBe(
      'CONFLICT',
    );
  });

  it('refuses the person’s own name or address as a password, and is still good afterwards', async () => {
    const { person, token } = await invite();
    for (const own of [person.email, 'AlmaWeber1', 'alma.weber.42']) {
      const { fields } = await refusal(redeemLink({ token, password: own, purpose: 'invitation' }, freshOrigin()));
      expect(fields).toEqual({ password: [{ key: 'passwordPersonal' }] });
    }
    expect((await findLink(token, 'invitation')).state).toBe('valid');
  });
});

describe('a password reset', () => {
  it('ends every session, token and other link of the person', async () => {
    const { person, token: invitation, actor } = await invite();
    await givePassword(owner, person.id);
    const before = await signIn(owner, person.email);
    const apiToken = await tokenFor(owner, person.email);
    const { url } = await write(actor, (db) => createPasswordReset(db, { userId: person.id }, actor));

    const { claims } = await redeemLink({ token: tokenOf(url), password, purpose: 'password_reset' }, freshOrigin());
    expect(await identifySession(before.sessionId)).toBeNull();
    expect(await identifyToken(apiToken)).toBeNull();
    const { rows } = await owner.query('select expires_at <= now() as ended from user_links where token_hash = $1', [
      createHash('sha256').update(invitation).digest(),
    ]);
    expect(rows).toEqual([{ ended: true }]);
    expect(await identifySession(claims.sid)).not.toBeNull();
    const old = await refusal(signInWithPassword({ email: person.email, password: rightPassword }, freshOrigin()));
    expect(old.code).toBe('UNAUTHENTICATED');
  });
});

describe('the set-up link', () => {
  const hello = { name: 'First Operator', password };

  it('makes the first super-admin once, and an older link is replaced by a newer', async () => {
    const older = tokenOf((await createSetupLink())?.url ?? '');
    const newer = tokenOf((await createSetupLink())?.url ?? '');
    expect((await findLink(older, 'setup')).state).toBe('expired');
    expect(await findLink(newer, 'setup')).toEqual({ state: 'valid', person: null, business: null });

    const tries = ['one@example.com', 'two@example.com'].map((email) =>
      setUp({ ...hello, token: newer, email }, freshOrigin()),
    );
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { rows } = await owner.query(`select email from users where user_type = 'super_admin'`);
    expect(rows).toHaveLength(1);
    expect((await platformActor(owner, rows[0].email)).userType).toBe('super_admin');

    expect(await createSetupLink()).toBeNull();
    await owner.query(`update user_links set used_at = null where purpose = 'setup'`);
    const late = await refusal(setUp({ ...hello, token: newer, email: 'three@example.com' }, freshOrigin()));
    expect(late.reason?.key).toBe('setUpAlready');
  });
});
