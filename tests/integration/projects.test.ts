import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { PATCH as change, GET as show } from '@/app/api/admin/projects/[id]/route';
import { POST as create, GET as list } from '@/app/api/admin/projects/route';
import { call } from '@/tests/support/api';
import { auditOf, createBusiness } from '@/tests/support/business';
import { testDatabase } from '@/tests/support/database';

const { owner } = await testDatabase();

/** A business with a client of one person, and a second client of another. */
async function office() {
  const business = await createBusiness(owner);
  const [clientId, otherId] = [await business.addClient('Okafor residence'), await business.addClient('Rao villa')];
  const person = await business.addPerson('client', clientId);
  const stranger = await business.addPerson('client', otherId);
  return { ...business, clientId, otherId, person, stranger };
}

async function countProjects(tenantId: string): Promise<number> {
  const { rows } = await owner.query('select count(*)::int as n from projects where tenant_id = $1', [tenantId]);
  return rows[0].n;
}

const names = (body: { data: { name: string }[] }) => body.data.map(({ name }) => name);

describe('creating a project', () => {
  it('for a person makes their client its client, and keeps every field', async () => {
    const { admin, clientId, person } = await office();
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
    expect(await auditOf(owner, body.data.id)).toEqual([{ action: 'project.create', actor_id: admin.id }]);
  });

  it('takes a client without a contact, and a client that its contact belongs to', async () => {
    const { admin, clientId, person } = await office();
    const alone = await call(create, { token: admin.token, body: { name: 'Roof', client_id: clientId } });
    expect(alone.body.data).toMatchObject({ client_id: clientId, client_user_id: null, status: 'planned' });
    const both = { name: 'Roof', client_id: clientId, client_user_id: person.id };
    expect((await call(create, { token: admin.token, body: both })).status).toBe(201);
  });

  it('refuses a client and a person that do not belong together, on the client', async () => {
    const { id, admin, otherId, person } = await office();
    const body = { name: 'Roof', client_id: otherId, client_user_id: person.id };
    const answer = await call(create, { token: admin.token, body });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual({ client_id: ['This person belongs to another client.'] });
    expect(await countProjects(id)).toBe(0);
  });

  it.each(['of another business', 'of the team', 'without a client', 'unknown', 'malformed'])(
    'refuses a contact that is %s, on the contact',
    async (kind) => {
      const { id, admin, staff, clientId, addPerson } = await office();
      const elsewhere = await office();
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
    const { id, admin } = await office();
    const elsewhere = await office();
    for (const clientId of [elsewhere.clientId, uuidv7(), 'x']) {
      const { status, body } = await call(create, { token: admin.token, body: { name: 'Roof', client_id: clientId } });
      expect([status, body.errors]).toEqual([422, { client_id: ['There is no such client.'] }]);
    }
    const none = await call(create, { token: admin.token, body: { name: 'Roof' } });
    expect([none.status, none.body.errors]).toEqual([422, { client_id: ['Please fill this in.'] }]);
    expect(await countProjects(id)).toBe(0);
  });

  it('says everything that is wrong with dates and money at once', async () => {
    const { id, admin, clientId } = await office();
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
    const { admin, clientId } = await office();
    const body = { name: 'Roof', client_id: clientId, ...wrong };
    const answer = await call(create, { token: admin.token, body });
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, [field]]);
  });
});

describe('an employee, who sees no people', () => {
  it('names the client and its contact, and the key holds the two together', async () => {
    const { id, staff, clientId, person, stranger } = await office();
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
    const { staff, person } = await office();
    const answer = await call(create, { token: staff.token, body: { name: 'Roof', client_user_id: person.id } });
    expect([answer.status, answer.body.errors]).toEqual([422, { client_id: ['Please fill this in.'] }]);
  });

  it('changes the contact by the same key', async () => {
    const { staff, clientId, person, stranger, addProject } = await office();
    const params = { id: await addProject(clientId) };
    const to = (userId: string) =>
      call(change, { token: staff.token, params, method: 'PATCH', body: { client_user_id: userId } });
    expect((await to(stranger.id)).body.errors).toEqual({ client_user_id: ['There is no such person of a client.'] });
    expect((await to(person.id)).body.data.client_user_id).toBe(person.id);
  });
});

describe('changing a project', () => {
  it('changes what is named and leaves the rest; null takes a value away', async () => {
    const { admin, clientId, person, addProject } = await office();
    const params = { id: await addProject(clientId, person.id) };
    const patch = (body: object) => call(change, { token: admin.token, params, method: 'PATCH', body });
    const first = await patch({ status: 'on_hold', address: 'Rua 1', starts_on: '2026-01-01', contract_value: '10' });
    expect(first.body.data).toMatchObject({ name: 'House', status: 'on_hold', contract_value: '10.00' });
    const second = await patch({ address: null, contract_value: null, client_user_id: null });
    expect(second.body.data).toMatchObject({
      address: null,
      contract_value: null,
      client_user_id: null,
      starts_on: '2026-01-01',
      status: 'on_hold',
    });
    expect((await auditOf(owner, params.id)).map(({ action }) => action)).toEqual(['project.change', 'project.change']);
  });

  it('compares a date that is named with the one that stays', async () => {
    const { admin, clientId, addProject } = await office();
    const params = { id: await addProject(clientId) };
    const patch = (body: object) => call(change, { token: admin.token, params, method: 'PATCH', body });
    await patch({ starts_on: '2026-05-02' });
    const wrong = await patch({ ends_on: '2026-05-01', name: 'Other' });
    expect([wrong.status, wrong.body.errors]).toEqual([422, { ends_on: ['The end lies before the start.'] }]);
    expect((await call(show, { token: admin.token, params })).body.data.name).toBe('House');
    expect((await patch({ ends_on: '2026-05-02' })).status).toBe(200);
    expect((await patch({ starts_on: null, ends_on: '2026-05-01' })).status).toBe(200);
  });

  it('keeps its client', async () => {
    const { admin, clientId, otherId, stranger, addProject } = await office();
    const params = { id: await addProject(clientId) };
    const patch = (body: object) => call(change, { token: admin.token, params, method: 'PATCH', body });
    expect((await patch({ client_id: clientId, name: 'Same' })).status).toBe(200);
    expect((await patch({ client_id: otherId })).body.errors).toEqual({
      client_id: ['A project stays with its client.'],
    });
    expect((await patch({ client_user_id: stranger.id })).body.errors).toEqual({
      client_user_id: ['This person belongs to another client.'],
    });
    expect((await call(show, { token: admin.token, params })).body.data).toMatchObject({
      client_id: clientId,
      client_user_id: null,
    });
  });
});

describe('the list of projects', () => {
  it('is searched, filtered and paged without losing or repeating any', async () => {
    const { admin, clientId, otherId, addProject } = await office();
    const ids = [];
    for (let n = 0; n < 5; n++) ids.push(await addProject(n < 3 ? clientId : otherId));
    await owner.query(`update projects set name = 'Garden 100%', status = 'completed' where id = $1`, [ids[0]]);
    const get = (query: string) => call(list, { token: admin.token, query });
    expect(names((await get('?search=garden')).body)).toEqual(['Garden 100%']);
    expect((await get('?search=rao')).body.data).toHaveLength(2);
    expect(names((await get('?status=completed')).body)).toEqual(['Garden 100%']);
    expect((await get(`?client_id=${clientId}`)).body.data).toHaveLength(3);
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await get(`?limit=2${cursor}`);
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      if (body.next_cursor === null) break;
      cursor = `&cursor=${body.next_cursor}`;
    }
    expect(seen.toSorted()).toEqual(ids.toSorted());
  });

  it('tells the progress as the weighted mean of the phases', async () => {
    const { id: tenantId, admin, clientId, addProject } = await office();
    const projectId = await addProject(clientId);
    for (const [key, percent, weight] of [
      ['a', 100, 1],
      ['b', 50, 2],
      ['c', 0, 1],
    ] as const)
      await owner.query(
        `insert into phases (id, tenant_id, client_id, project_id, key, name, position, status, percent, weight, updated_at)
         values ($1, $2, $3, $4, $5, $5, 0, $6, $7, $8, now())`,
        [uuidv7(), tenantId, clientId, projectId, key, percent ? 'in_progress' : 'not_started', percent, weight],
      );
    const { body } = await call(list, { token: admin.token });
    expect(body.data[0].progress).toBe(50);
    expect((await call(show, { token: admin.token, params: { id: projectId } })).body.data.progress).toBe(50);
  });

  it.each([
    '?limit=0',
    '?limit=201',
    '?cursor=x',
    '?status=done',
    '?client_id=x',
    '?color=red',
    '?status=active&status=planned',
  ])('refuses %s', async (query) => {
    const { admin } = await office();
    expect((await call(list, { token: admin.token, query })).status).toBe(422);
  });
});

describe('who may', () => {
  it('another business finds none of it, and changes nothing', async () => {
    const { clientId, addProject, admin } = await office();
    const params = { id: await addProject(clientId) };
    const { admin: foreigner } = await office();
    const token = foreigner.token;
    expect((await call(list, { token })).body.data).toEqual([]);
    expect((await call(show, { token, params })).status).toBe(404);
    expect((await call(change, { token, params, method: 'PATCH', body: { name: 'Mine' } })).status).toBe(404);
    expect((await call(show, { token: admin.token, params })).body.data.name).toBe('House');
  });

  it('an id that is unknown or no id is nothing here', async () => {
    const { admin } = await office();
    for (const id of [uuidv7(), '42']) {
      expect((await call(show, { token: admin.token, params: { id } })).status).toBe(404);
      expect((await call(change, { token: admin.token, params: { id }, method: 'PATCH', body: {} })).status).toBe(404);
    }
  });

  it('clients may not, and nobody without a token', async () => {
    const { clientId, person, addProject } = await office();
    const params = { id: await addProject(clientId) };
    for (const [token, status] of [
      [person.token, 403],
      [undefined, 401],
    ] as const) {
      expect((await call(list, { token })).status).toBe(status);
      expect((await call(show, { token, params })).status).toBe(status);
      expect((await call(create, { token, body: { name: 'Roof', client_id: clientId } })).status).toBe(status);
      expect((await call(change, { token, params, method: 'PATCH', body: { name: 'Roof' } })).status).toBe(status);
    }
  });
});
