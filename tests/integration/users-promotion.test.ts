import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { PATCH } from '@/app/api/admin/users/[id]/route';
import { POST } from '@/app/api/admin/users/route';
import { identifySession, identifyToken } from '@/lib/auth/identify';
import { findLink, redeemLink } from '@/lib/auth/link-redemption';
import { changePassword } from '@/lib/auth/password-change';
import { write } from '@/lib/authz/scope';
import { createUserLink } from '@/lib/users/links/commands';
import { testDatabase } from '@/tests/support/database/database';
import { refusal } from '@/tests/support/database/refusal';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';
import { freshOrigin } from '@/tests/support/identity/account';
import { actorOf, adminActor } from '@/tests/support/identity/actors';
import { signedInPerson } from '@/tests/support/identity/password-sign-in';
import { tokenFor } from '@/tests/support/identity/sign-in';

const { owner } = await testDatabase();
const { admin, addClient, addPerson } = await createTestTenant(owner);
const okafor = await addClient();
const actor = await adminActor(owner, admin.email);
const [given, chosen] = ['lantern over water', 'orchard gate 41'];

async function createPerson(more: object = {}) {
  const email = `new-${uuidv7().slice(-12)}@example.com`;
  const body = { user_type: 'staff', name: 'Jane Okafor', email, password: given, ...more };
  return { id: (await call(POST, { token: admin.token, body })).body.data.id as string, email };
}

const promote = (id: string) =>
  call(PATCH, { token: admin.token, params: { id }, body: { user_type: 'admin' }, method: 'PATCH' });
const tokenOf = (url: string) => url.split('/').at(-1) ?? '';
const link = async (id: string) => tokenOf((await write(actor, (db) => createUserLink(db, { id }, actor))).url);

describe('a person whose password an admin chose', () => {
  it.each([
    ['staff', {}],
    ['a person of a client', { user_type: 'client', client_id: okafor, client_portal_enabled: true }],
  ])('does not become an admin: %s', async (_, more) => {
    const { id, email } = await createPerson(more);
    await signedInPerson(email, given);
    const { status, body } = await promote(id);
    expect([status, Object.keys(body.errors)]).toEqual([422, ['user_type']]);
    expect(body.errors.user_type[0]).toContain('They first have to choose their own');
    const { rows } = await owner.query('select user_type from users where id = $1', [id]);
    expect(rows[0].user_type).not.toBe('admin');
  });

  it('does not become an admin in SQL either', async () => {
    const { id } = await createPerson();
    const update = write(actor, (db) =>
      db.user.update({ where: { id }, data: { userType: 'admin' }, select: { id: true } }),
    );
    await expect(update).rejects.toThrow(/chosen by somebody else/);
  });

  it('becomes one after a change of the password, which ends sessions and tokens', async () => {
    const { id, email } = await createPerson();
    const jane = await actorOf(owner, email);
    const changed = await changePassword({ currentPassword: given, newPassword: chosen }, jane);
    const [session, token] = [changed?.claims.sid ?? '', await tokenFor(owner, email)];
    expect([await identifySession(session), await identifyToken(token)]).not.toContain(null);
    expect((await promote(id)).status).toBe(200);
    expect([await identifySession(session), await identifyToken(token)]).toEqual([null, null]);
    expect((await refusal(signedInPerson(email, given))).code).toBe('UNAUTHENTICATED');
    expect(await signedInPerson(email, chosen)).toBe(id);
  });

  it('becomes one after a password by link', async () => {
    const { id, email } = await createPerson();
    await signedInPerson(email, given);
    await redeemLink({ token: await link(id), password: chosen, purpose: 'password_reset' }, freshOrigin());
    expect((await promote(id)).status).toBe(200);
    expect((await refusal(signedInPerson(email, given))).code).toBe('UNAUTHENTICATED');
  });

  it('is never marked by the admin as chosen by its owner', async () => {
    const { id } = await addPerson('staff');
    const insert = (chosenByOwner: boolean) =>
      write(actor, (db) => db.credential.createMany({ data: { userId: id, passwordHash: 'x', chosenByOwner } }));
    await expect(insert(true)).rejects.toThrow(/row-level security/);
    expect((await insert(false)).count).toBe(1);
  });
});

describe('a reset that an admin was shown', () => {
  it('ends when its person becomes an admin', async () => {
    const { id, email } = await createPerson();
    const jane = await actorOf(owner, email);
    await changePassword({ currentPassword: given, newPassword: chosen }, jane);
    await signedInPerson(email, chosen);
    const token = await link(id);
    expect((await findLink(token, 'password_reset')).state).toBe('valid');
    expect((await promote(id)).status).toBe(200);
    expect((await findLink(token, 'password_reset')).state).toBe('expired');
  });

  it('made in the same moment as the promotion sets no password', async () => {
    const { id, email } = await createPerson();
    await signedInPerson(email, given);
    const token = await link(id);
    // The promotion that did not see the link yet.
    await owner.query('update credentials set chosen_by_owner = true where user_id = $1', [id]);
    await owner.query(`update users set user_type = 'admin' where id = $1`, [id]);
    expect((await findLink(token, 'password_reset')).state).toBe('expired');
    const redeemed = redeemLink({ token, password: chosen, purpose: 'password_reset' }, freshOrigin());
    expect(await refusal(redeemed)).toMatchObject({ code: 'CONFLICT', reason: { key: 'linkInvalid' } });
    expect(await signedInPerson(email, given)).toBe(id);
  });
});

it('a person without a password becomes an admin, and their open invitation ends', async () => {
  const { id } = await addPerson('staff');
  const token = await link(id);
  expect((await promote(id)).status).toBe(200);
  expect((await findLink(token, 'invitation')).state).toBe('expired');
});
