import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { PATCH as change, GET as show } from '@/app/api/admin/projects/[id]/route';
import { POST as create } from '@/app/api/admin/projects/route';
import { testDatabase } from '@/tests/support/database/database';
import { auditOf } from '@/tests/support/fixtures/tenant';
import { createTenantFixture } from '@/tests/support/fixtures/tenant-with-clients';
import { call } from '@/tests/support/http/api';

const { owner } = await testDatabase();

const fixture = () => createTenantFixture(owner);

async function countProjects(tenantId: string): Promise<number> {
  const { rows } = await owner.query('select count(*)::int as n from projects where tenant_id = $1', [tenantId]);
  return rows[0].n;
}

describe('creating a project', () => {
  it('for a person makes their client its client, and keeps every field', async () => {
    const { admin, clientId, person } = await fixture();
    const fields = {
      name: 'New house',
      description: 'Two floors.\nA workshop.',
      status: 'active',
      address: 'Lote 7, Malveira da Serra',
      starts_on: '2026-03-29',
      ends_on: '2026-10-25',
      contract_value: '412500.50',
    };
    const { status, body } = await call(create, {
      token: admin.token,
      body: { ...fields, client_user_id: person.id },
    });
    expect(status).toBe(201);
    expect(body.data).toMatchObject({
      ...fields,
      client_id: clientId,
      client_name: 'Okafor residence',
      client_user_id: person.id,
      client_user_name: person.name,
      currency: 'EUR',
      progress: 0,
      phases: [],
    });
    const again = await call(show, { token: admin.token, params: { id: body.data.id } });
    expect(again.body.data).toEqual(body.data);
    expect(await auditOf(owner, body.data.id)).toEqual([{ action: 'project.created', actor_id: admin.id }]);
  });

  it('takes a client without a contact, and a client that its contact belongs to', async () => {
    const { admin, clientId, person } = await fixture();
    const alone = await call(create, { token: admin.token, body: { name: 'Roof', client_id: clientId } });
    expect(alone.body.data).toMatchObject({ client_id: clientId, client_user_id: null, status: 'planned' });
    const both = { name: 'Roof', client_id: clientId, client_user_id: person.id };
    expect((await call(create, { token: admin.token, body: both })).status).toBe(201);
  });

  it('refuses a client and a person that do not belong together, on the client', async () => {
    const { id, admin, otherId, person } = await fixture();
    const body = { name: 'Roof', client_id: otherId, client_user_id: person.id };
    const answer = await call(create, { token: admin.token, body });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual({ client_id: ['This person belongs to another client.'] });
    expect(await countProjects(id)).toBe(0);
  });

  it.each(['of another business', 'of the team', 'without a client', 'unknown', 'malformed'])(
    'refuses a contact that is %s, on the contact',
    async (kind) => {
      const { id, admin, staff, clientId, addPerson } = await fixture();
      const elsewhere = await fixture();
      const people: Record<string, string> = {
        'of another business': elsewhere.person.id,
        'of the team': staff.id,
        'without a client': (await addPerson('client')).id,
        unknown: uuidv7(),
        malformed: '42',
      };
      for (const named of [{}, { client_id: clientId }]) {
        const body = { name: 'Roof', client_user_id: people[kind], ...named };
        const answer = await call(create, { token: admin.token, body });
        expect(answer.status).toBe(422);
        expect(answer.body.errors).toEqual({ client_user_id: ['There is no such person of a client.'] });
      }
      expect(await countProjects(id)).toBe(0);
    },
  );

  it('refuses a client of another business, an unknown one and none at all', async () => {
    const { id, admin } = await fixture();
    const elsewhere = await fixture();
    for (const clientId of [elsewhere.clientId, uuidv7(), 'x']) {
      const { status, body } = await call(create, { token: admin.token, body: { name: 'Roof', client_id: clientId } });
      expect([status, body.errors]).toEqual([422, { client_id: ['There is no such client.'] }]);
    }
    const none = await call(create, { token: admin.token, body: { name: 'Roof' } });
    expect([none.status, none.body.errors]).toEqual([422, { client_id: ['Please fill this in.'] }]);
    expect(await countProjects(id)).toBe(0);
  });

  it('says everything that is wrong with dates and money at once', async () => {
    const { id, admin, clientId } = await fixture();
    const body = { name: 'Roof', client_id: clientId, starts_on: '2026-05-02', ends_on: '2026-05-01' };
    for (const value of ['12.345', '-1', 'much', '1,000.00']) {
      const answer = await call(create, { token: admin.token, body: { ...body, contract_value: value } });
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toEqual({
        ends_on: ['The end lies before the start.'],
        contract_value: ['This is not an amount in EUR (such as 1234.50).'],
      });
    }
    expect(await countProjects(id)).toBe(0);
  });

  it.each([
    [{ name: ' ' }, 'name'],
    [{ status: 'finished' }, 'status'],
    [{ starts_on: '2026-02-30' }, 'starts_on'],
    [{ contract_value: 100 }, 'contract_value'],
    [{ progress: 50 }, 'progress'],
    [{ tenant_id: uuidv7() }, 'tenant_id'],
  ])('refuses %j on its field', async (wrong, field) => {
    const { admin, clientId } = await fixture();
    const body = { name: 'Roof', client_id: clientId, ...wrong };
    const answer = await call(create, { token: admin.token, body });
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, [field]]);
  });
});

describe('a staff member, without access to people', () => {
  it('names the client and its contact, and the key holds the two together', async () => {
    const { id, staff, clientId, person, stranger } = await fixture();
    const named = { name: 'Roof', client_id: clientId };
    const right = await call(create, { token: staff.token, body: { ...named, client_user_id: person.id } });
    expect(right.status).toBe(201);
    expect(right.body.data).toMatchObject({ client_user_id: person.id, client_user_name: null });
    for (const wrong of [stranger.id, staff.id, uuidv7()]) {
      const answer = await call(create, { token: staff.token, body: { ...named, client_user_id: wrong } });
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toEqual({ client_user_id: ['There is no such person of a client.'] });
    }
    expect(await countProjects(id)).toBe(1);
  });

  it('must name the client', async () => {
    const { staff, person } = await fixture();
    const answer = await call(create, { token: staff.token, body: { name: 'Roof', client_user_id: person.id } });
    expect([answer.status, answer.body.errors]).toEqual([422, { client_id: ['Please fill this in.'] }]);
  });

  it('changes the contact by the same key', async () => {
    const { staff, clientId, person, stranger, addProject } = await fixture();
    const params = { id: await addProject(clientId) };
    const to = (userId: string) =>
      call(change, { token: staff.token, params, method: 'PATCH', body: { client_user_id: userId } });
    expect((await to(stranger.id)).body.errors).toEqual({ client_user_id: ['There is no such person of a client.'] });
    expect((await to(person.id)).body.data.client_user_id).toBe(person.id);
  });
});
