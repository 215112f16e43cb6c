import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { PATCH, GET as readOne } from '@/app/api/admin/clients/[id]/route';
import { GET as list, POST } from '@/app/api/admin/clients/route';
import { GET as me } from '@/app/api/me/route';
import { testDatabase } from '@/tests/support/database/database';
import { auditOf, createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';

const { owner } = await testDatabase();
const { admin, staff, addClient, addPerson, addProject } = await createTestTenant(owner);
const elsewhere = await createTestTenant(owner);

const names = ({ body }: { body: { data: { name: string }[] } }) => body.data.map(({ name }) => name);
const change = (id: string, body: object, token = admin.token) =>
  call(PATCH, { token, params: { id }, body, method: 'PATCH' });

describe('creating a client', () => {
  it('answers it, in the business’s currency and active unless told otherwise', async () => {
    const { status, body } = await call(POST, { token: admin.token, body: { name: ' Rao villa ' } });
    expect(status).toBe(201);
    expect(body.data).toMatchObject({
      name: 'Rao villa',
      kind: 'household',
      currency: 'EUR',
      is_active: true,
      internal_notes: null,
      project_count: 0,
    });
    expect(await auditOf(owner, body.data.id)).toEqual([{ action: 'client.created', actor_id: admin.id }]);
  });

  it('stores every field, and keeps the notes out of the audit trail', async () => {
    const input = {
      name: 'Bright Foods',
      kind: 'company',
      currency: 'usd',
      email: 'Office@Bright.example',
      phone: '+351 21 000 000',
      address: 'Rua A 1\n1000 Lisboa',
      internal_notes: 'Pays late',
    };
    const { body } = await call(POST, { token: admin.token, body: input });
    expect(body.data).toMatchObject({ ...input, currency: 'USD', email: 'office@bright.example' });
    const { rows } = await owner.query('select detail from audit_entries where record_id = $1', [body.data.id]);
    expect(JSON.stringify(rows)).not.toContain('Pays late');
  });

  it.each([
    ['no name', {}, 'name'],
    ['an empty name', { name: '  ' }, 'name'],
    ['another kind', { name: 'A', kind: 'person' }, 'kind'],
    ['no currency of this world', { name: 'A', currency: 'EURO' }, 'currency'],
    ['no e-mail address', { name: 'A', email: 'nobody' }, 'email'],
    ['a tenant', { name: 'A', tenant_id: uuidv7() }, 'tenant_id'],
  ])('with %s is 422 on that field', async (_, body, field) => {
    const answer = await call(POST, { token: admin.token, body });
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, [field]]);
  });
});

describe('changing a client', () => {
  it('leaves what is absent, and null takes a value away', async () => {
    const created = await call(POST, {
      token: admin.token,
      body: { name: 'Lima', email: 'l@lima.example', phone: '1' },
    });
    const { id } = created.body.data;
    const { status, body } = await change(id, { email: null, kind: 'company' });
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ name: 'Lima', email: null, phone: '1', kind: 'company' });
    expect((await auditOf(owner, id)).map(({ action }) => action)).toEqual(['client.created', 'client.changed']);
  });

  it('deactivated, it shuts its people out on the next request; reactivated, they are back', async () => {
    const id = await addClient();
    const jane = await addPerson('client', id);
    expect((await call(me, { token: jane.token })).status).toBe(200);
    expect((await change(id, { is_active: false })).body.data.is_active).toBe(false);
    expect((await call(me, { token: jane.token })).status).toBe(403);
    await change(id, { is_active: true });
    expect((await call(me, { token: jane.token })).status).toBe(200);
    expect((await auditOf(owner, id)).map(({ action }) => action)).toEqual([
      'client.deactivated',
      'client.reactivated',
    ]);
  });

  it('takes another currency only while there is no money in the old one', async () => {
    const [free, priced, invoiced] = [await addClient(), await addClient(), await addClient()];
    expect((await change(free, { currency: 'JPY' })).body.data.currency).toBe('JPY');

    const project = await addProject(priced);
    await owner.query('update projects set contract_value_minor = 100 where id = $1', [project]);
    await owner.query(
      `insert into invoices (id, tenant_id, client_id, currency, net_minor, tax_minor, total_minor, updated_at)
       select $1, tenant_id, id, currency, 0, 0, 0, now() from clients where id = $2`,
      [uuidv7(), invoiced],
    );
    for (const id of [priced, invoiced]) {
      expect((await change(id, { currency: 'JPY' })).status).toBe(409);
      const { rows } = await owner.query('select currency from clients where id = $1', [id]);
      expect(rows).toEqual([{ currency: 'EUR' }]);
      expect((await change(id, { currency: 'EUR', name: 'Same money' })).status).toBe(200);
    }
  });
});

describe('the list', () => {
  it('is by name, searched and filtered, and paged without losing or repeating any', async () => {
    const other = await createTestTenant(owner);
    const { token } = other.admin;
    for (const name of ['Écija', 'Porto', 'Braga', 'Porto', 'Alva']) await other.addClient(name);
    expect(names(await call(list, { token }))).toEqual(['Alva', 'Braga', 'Écija', 'Porto', 'Porto']);
    expect(names(await call(list, { token, query: '?search=ORT' }))).toEqual(['Porto', 'Porto']);

    const seen: string[] = [];
    let query = '?limit=2';
    for (let page = 0; page < 3; page++) {
      const { body } = await call(list, { token, query });
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      query = `?limit=2&cursor=${body.next_cursor}`;
      expect(body.next_cursor === null).toBe(page === 2);
    }
    expect(new Set(seen).size).toBe(5);

    await call(PATCH, { token, params: { id: seen[0] ?? '' }, body: { is_active: false }, method: 'PATCH' });
    expect(names(await call(list, { token, query: '?is_active=false' }))).toEqual(['Alva']);
    expect(names(await call(list, { token, query: '?is_active=true' }))).toHaveLength(4);
  });

  it.each(['?limit=0', '?limit=201', '?cursor=x', '?is_active=maybe', '?limit=1&limit=2', '?colour=red'])(
    'refuses %s with 422',
    async (query) => expect((await call(list, { token: admin.token, query })).status).toBe(422),
  );
});

describe('permissions', () => {
  it('staff read clients and write none', async () => {
    const id = await addClient();
    expect((await call(list, { token: staff.token })).status).toBe(200);
    expect((await call(readOne, { token: staff.token, params: { id } })).body.data.id).toBe(id);
    expect((await call(POST, { token: staff.token, body: { name: 'A' } })).status).toBe(403);
    expect((await change(id, { name: 'A' }, staff.token)).status).toBe(403);
  });

  it('a person of a client sees nothing of it, and nobody is 401', async () => {
    const id = await addClient();
    const jane = await addPerson('client', id);
    expect((await call(list, { token: jane.token })).status).toBe(403);
    expect((await call(readOne, { token: jane.token, params: { id } })).status).toBe(403);
    expect((await call(list)).status).toBe(401);
  });

  it('another business’s client is 404, as is an unknown and a malformed id', async () => {
    const theirs = await elsewhere.addClient('Theirs');
    for (const id of [theirs, uuidv7(), 'okafor']) {
      expect((await call(readOne, { token: admin.token, params: { id } })).status).toBe(404);
      expect((await change(id, { name: 'Mine' })).status).toBe(404);
    }
    const own = await call(readOne, { token: elsewhere.admin.token, params: { id: theirs } });
    expect(own.body.data.name).toBe('Theirs');
    expect(names(await call(list, { token: admin.token }))).not.toContain('Theirs');
  });
});
