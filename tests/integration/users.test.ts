import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { PATCH, GET as readOne } from '@/app/api/admin/users/[id]/route';
import { GET as list, POST } from '@/app/api/admin/users/route';
import { testDatabase } from '@/tests/support/database/database';
import { auditOf, createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';

const { owner } = await testDatabase();
const { admin, staff, addClient, addPerson } = await createTestTenant(owner);
const elsewhere = await createTestTenant(owner);
const okafor = await addClient('Okafor residence');
const [theirs, missing] = [await elsewhere.addClient(), uuidv7()];

const freshEmail = () => `new-${uuidv7().slice(-12)}@example.com`;
const create = (body: object, token = admin.token) => call(POST, { token, body });
const change = (id: string, body: object, token = admin.token) =>
  call(PATCH, { token, params: { id }, body, method: 'PATCH' });
const person = (more: object = {}) => ({ user_type: 'client', name: 'Jane Okafor', email: freshEmail(), ...more });

describe('creating a person', () => {
  it('of a client gives access to the portal at once', async () => {
    const { status, body } = await create(person({ client_portal_enabled: true, client_id: okafor }));
    expect(status).toBe(201);
    expect(body.data).toMatchObject({
      user_type: 'client',
      is_active: true,
      client_portal_enabled: true,
      client: { id: okafor, name: 'Okafor residence' },
      portal_access: true,
      last_sign_in_at: null,
      invitation_url: null,
    });
    expect(await auditOf(owner, body.data.id)).toEqual([{ action: 'user.created', actor_id: admin.id }]);
  });

  it.each(['admin', 'staff'])('as %s needs no client', async (type) => {
    const { status, body } = await create(person({ user_type: type }));
    expect([status, body.data.client, body.data.portal_access]).toEqual([201, null, false]);
  });

  it.each([
    ['the portal but no client', { client_portal_enabled: true }, 'client_id'],
    ['the portal and null for a client', { client_portal_enabled: true, client_id: null }, 'client_id'],
    ['another business’s client', { client_portal_enabled: true, client_id: theirs }, 'client_id'],
    ['an unknown client', { client_id: missing }, 'client_id'],
    ['a malformed client', { client_id: 'okafor' }, 'client_id'],
    ['the portal for staff', { user_type: 'staff', client_portal_enabled: true }, 'client_portal_enabled'],
    ['a client for an admin', { user_type: 'admin', client_id: okafor }, 'client_id'],
    ['a platform operator', { user_type: 'super_admin' }, 'user_type'],
    ['no name', { name: '' }, 'name'],
    ['no e-mail address', { email: 'jane' }, 'email'],
    ['a language nobody speaks here', { locale: 'tlh' }, 'locale'],
    ['a field that does not exist', { role: 'owner' }, 'role'],
    ['a short password', { password: 'short' }, 'password'],
    ['the own name as a password', { password: 'JaneOkafor1' }, 'password'],
    ['a password for an admin', { user_type: 'admin', password: 'lantern over water' }, 'password'],
  ])('with %s is 422 on that field, and nobody is created', async (_, more, field) => {
    const body = person(more);
    const answer = await create(body);
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, [field]]);
    const { rowCount } = await owner.query('select from users where email = $1', [body.email]);
    expect(rowCount).toBe(0);
  });

  it('says in words what the portal needs', async () => {
    const { body } = await create(person({ client_portal_enabled: true }));
    expect(body.errors.client_id).toEqual(['Choose the client whose projects this person may see.']);
  });
});

describe('the list', () => {
  it('is by name, searched by name and e-mail, and filtered', async () => {
    const tenant = await createTestTenant(owner);
    const { token } = tenant.admin;
    const [harbor, pine] = [await tenant.addClient(), await tenant.addClient()];
    const [jane, sam] = [await tenant.addPerson('client', harbor), await tenant.addPerson('client', pine)];
    const ids = async (query: string) =>
      (await call(list, { token, query })).body.data.map(({ id }: { id: string }) => id);
    expect(await ids('')).toEqual([tenant.admin.id, jane.id, sam.id, tenant.staff.id]);
    expect(await ids('?user_type=staff')).toEqual([tenant.staff.id]);
    expect(await ids(`?client_id=${pine}`)).toEqual([sam.id]);
    expect(await ids('?search=ALMA%20ST')).toEqual([tenant.staff.id]);
    expect(await ids(`?search=${jane.email.slice(0, 15)}`)).toContain(jane.id);
    await change(sam.id, { is_active: false }, token);
    expect(await ids('?is_active=false')).toEqual([sam.id]);

    const first = await call(list, { token, query: '?limit=3' });
    const rest = await ids(`?limit=3&cursor=${first.body.next_cursor}`);
    expect(rest).toEqual([tenant.staff.id]);
  });

  it.each(['?user_type=super_admin', '?client_id=x', '?search=a&search=b', '?role=x'])(
    'refuses %s with 422',
    async (query) => expect((await call(list, { token: admin.token, query })).status).toBe(422),
  );
});

describe('permissions', () => {
  it('neither staff nor people of a client may look at people or change them', async () => {
    const jane = await addPerson('client', okafor);
    for (const { token } of [staff, jane]) {
      expect((await call(list, { token })).status).toBe(403);
      expect((await call(readOne, { token, params: { id: jane.id } })).status).toBe(403);
      expect((await create(person(), token)).status).toBe(403);
      expect((await change(jane.id, { name: 'x' }, token)).status).toBe(403);
    }
    expect((await call(list)).status).toBe(401);
  });

  it('another business’s person is 404, as is an unknown and a malformed id; their own admin finds them', async () => {
    for (const id of [elsewhere.staff.id, uuidv7(), 'jane']) {
      expect((await call(readOne, { token: admin.token, params: { id } })).status).toBe(404);
      expect((await change(id, { name: 'Mine' })).status).toBe(404);
    }
    const own = await call(readOne, { token: elsewhere.admin.token, params: { id: elsewhere.staff.id } });
    expect(own.status).toBe(200);
  });

  it('an id cannot be repeated', async () => {
    expect((await change(staff.id, { id: admin.id, name: 'x' })).status).toBe(422);
  });
});
