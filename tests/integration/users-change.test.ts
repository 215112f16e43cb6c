import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { GET as one, PATCH } from '@/app/api/admin/users/[id]/route';
import { POST } from '@/app/api/admin/users/route';
import { GET as me } from '@/app/api/me/route';
import { identifySession, identifyToken } from '@/lib/auth/identify';
import { testDatabase } from '@/tests/support/database/database';
import { auditOf, createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';
import { signIn, tokenFor } from '@/tests/support/identity/sign-in';

const { owner } = await testDatabase();
const { admin, addClient, addPerson, addProject } = await createTestTenant(owner);
const okafor = await addClient('Okafor residence');

const freshEmail = () => `new-${uuidv7().slice(-12)}@example.com`;
const create = (body: object) => call(POST, { token: admin.token, body });
const change = (id: string, body: object, token = admin.token) =>
  call(PATCH, { token, params: { id }, body, method: 'PATCH' });
const show = (id: string) => call(one, { token: admin.token, params: { id } });
const person = (more: object = {}) => ({ user_type: 'client', name: 'Jane Okafor', email: freshEmail(), ...more });

describe('changing a person', () => {
  it('takes portal access away on the next request, and gives it back', async () => {
    const jane = await addPerson('client', okafor);
    expect((await change(jane.id, { client_portal_enabled: false })).body.data.portal_access).toBe(false);
    expect((await call(me, { token: jane.token })).status).toBe(403);
    await change(jane.id, { client_portal_enabled: true });
    expect((await call(me, { token: jane.token })).status).toBe(200);
    const left = await change(jane.id, { client_portal_enabled: false, client_id: null });
    expect(left.body.data.portal_access).toBe(false);
    await change(jane.id, { client_portal_enabled: true, client_id: okafor });
    expect((await call(me, { token: await tokenFor(owner, left.body.data.email) })).status).toBe(200);
  });

  it('deactivated has no access, and none by what was open before once they are reactivated', async () => {
    const jane = await addPerson('client', okafor);
    const { email } = (await show(jane.id)).body.data;
    expect((await change(jane.id, { is_active: false })).body.data).toMatchObject({
      is_active: false,
      portal_access: false,
    });
    expect((await call(me, { token: jane.token })).status).toBe(401);
    await change(jane.id, { is_active: true });
    expect((await call(me, { token: jane.token })).status).toBe(401);
    expect((await call(me, { token: await tokenFor(owner, email) })).status).toBe(200);
  });

  it('refuses to take the client from a person with portal access', async () => {
    const jane = await addPerson('client', okafor);
    const { status, body } = await change(jane.id, { client_id: null });
    expect([status, Object.keys(body.errors)]).toEqual([422, ['client_id']]);
  });

  it('to another client takes them off the projects of the old one, and only theirs', async () => {
    const [rao, jane, sam] = [await addClient(), await addPerson('client', okafor), await addPerson('client', okafor)];
    const [hers, his] = [await addProject(okafor, jane.id), await addProject(okafor, sam.id)];
    await change(jane.id, { name: 'Jane O.' });
    expect((await contacts(hers, his)).get(hers)).toBe(jane.id);
    const { body } = await change(jane.id, { client_id: rao });
    expect(body.data.client.id).toBe(rao);
    expect(await contacts(hers, his)).toEqual(
      new Map([
        [hers, null],
        [his, sam.id],
      ]),
    );
  });

  it('from a client to staff leaves client, portal and projects behind', async () => {
    const jane = await addPerson('client', okafor);
    const project = await addProject(okafor, jane.id);
    const { body } = await change(jane.id, { user_type: 'staff' });
    expect(body.data).toMatchObject({ user_type: 'staff', client: null, client_portal_enabled: false });
    expect((await contacts(project)).get(project)).toBeNull();
    expect((await change(jane.id, { client_portal_enabled: true })).status).toBe(422);
  });

  it('ends open links when the address changes or the account is switched off', async () => {
    for (const loss of [{ email: freshEmail() }, { is_active: false }]) {
      const { id } = (await create(person({ invite: true }))).body.data;
      await change(id, { name: 'Same address' });
      expect(await openLinks(id)).toBe(1);
      await change(id, loss);
      expect(await openLinks(id)).toBe(0);
    }
  });

  it.each([
    ['a deactivation', { is_active: false }],
    ['another address', { email: freshEmail() }],
    ['another type', { user_type: 'staff' }],
    ['another client', { client_id: 'other' }],
  ])('%s ends sessions and tokens for good', async (_, loss) => {
    const jane = await addPerson('client', okafor);
    const { email } = (await show(jane.id)).body.data;
    const [session, token] = [(await signIn(owner, email)).sessionId, await tokenFor(owner, email)];
    await change(jane.id, { name: 'J' });
    expect([await identifySession(session), await identifyToken(token)]).not.toContain(null);
    const body = 'client_id' in loss ? { client_id: await addClient() } : loss;
    expect((await change(jane.id, body)).status).toBe(200);
    await change(jane.id, { is_active: true });
    expect([await identifySession(session), await identifyToken(token)]).toEqual([null, null]);
    const again = (await show(jane.id)).body.data.email;
    expect(await identifySession((await signIn(owner, again)).sessionId)).not.toBeNull();
  });

  it('is written to the audit trail by what it did', async () => {
    const jane = await addPerson('client', okafor);
    for (const body of [{ name: 'J' }, { is_active: false }, { is_active: true }]) await change(jane.id, body);
    const actions = (await auditOf(owner, jane.id)).map(({ action }) => action);
    expect(actions).toEqual(['user.changed', 'user.deactivated', 'user.reactivated']);
  });
});

describe('administrators', () => {
  it.each([{ is_active: false }, { user_type: 'staff' }])('cannot do %j to themselves', async (loss) => {
    const tenant = await createTestTenant(owner);
    await tenant.addPerson('admin');
    const answer = await change(tenant.admin.id, loss, tenant.admin.token);
    expect([answer.status, answer.body.detail]).toEqual([409, 'You cannot take this away from yourself.']);
    const renamed = await change(tenant.admin.id, { name: 'Still me', user_type: 'admin' }, tenant.admin.token);
    expect(renamed.status).toBe(200);
  });

  it('cannot do it to themselves by writing their id in capital letters either', async () => {
    const { admin: last } = await createTestTenant(owner);
    for (const loss of [{ is_active: false }, { user_type: 'staff' }])
      expect((await change(last.id.toUpperCase(), loss, last.token)).status).toBe(409);
    expect((await call(me, { token: last.token })).body.data.user_type).toBe('admin');
  });

  it('can do it to one another, but two at once leave one', async () => {
    const tenant = await createTestTenant(owner);
    const second = await tenant.addPerson('admin');
    const answers = await Promise.all([
      change(second.id, { is_active: false }, tenant.admin.token),
      change(tenant.admin.id, { user_type: 'staff' }, second.token),
    ]);
    const statuses = answers.map(({ status }) => status).sort();
    // The second change fails after the lock, or already at its door if the first one has committed.
    expect(statuses[0]).toBe(200);
    expect([401, 403, 409]).toContain(statuses[1]);
    const { rowCount } = await owner.query(
      `select from users where tenant_id = $1 and user_type = 'admin' and is_active`,
      [tenant.id],
    );
    expect(rowCount).toBe(1);
  });
});

async function contacts(...projects: string[]): Promise<Map<string, string | null>> {
  const { rows } = await owner.query<{ id: string; client_user_id: string | null }>(
    'select id, client_user_id from projects where id = any($1)',
    [projects],
  );
  return new Map(rows.map(({ id, client_user_id }) => [id, client_user_id]));
}

async function openLinks(userId: string): Promise<number> {
  const { rowCount } = await owner.query('select from user_links where user_id = $1 and expires_at > now()', [userId]);
  return rowCount ?? 0;
}
