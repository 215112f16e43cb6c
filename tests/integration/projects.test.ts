import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { PATCH as change, GET as show } from '@/app/api/admin/projects/[id]/route';
import { POST as create, GET as list } from '@/app/api/admin/projects/route';
import { testDatabase } from '@/tests/support/database/database';
import { auditOf } from '@/tests/support/fixtures/tenant';
import { createTenantFixture } from '@/tests/support/fixtures/tenant-with-clients';
import { call } from '@/tests/support/http/api';

const { owner } = await testDatabase();

const fixture = () => createTenantFixture(owner);

const names = (body: { data: { name: string }[] }) => body.data.map(({ name }) => name);

describe('changing a project', () => {
  it('changes what is named and leaves the rest; null takes a value away', async () => {
    const { admin, clientId, person, addProject } = await fixture();
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
    expect((await auditOf(owner, params.id)).map(({ action }) => action)).toEqual([
      'project.changed',
      'project.status_changed',
      'project.changed',
    ]);
  });

  it('compares a date that is named with the one that stays', async () => {
    const { admin, clientId, addProject } = await fixture();
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
    const { admin, clientId, otherId, stranger, addProject } = await fixture();
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
    const { admin, clientId, otherId, addProject } = await fixture();
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
    const { id: tenantId, admin, clientId, addProject } = await fixture();
    const projectId = await addProject(clientId);
    for (const [key, status, percent, weight] of [
      ['a', 'completed', 100, 1],
      ['b', 'in_progress', 50, 2],
      ['c', 'not_started', 0, 1],
    ] as const)
      await owner.query(
        `insert into phases (id, tenant_id, client_id, project_id, key, name, position, status, percent, weight, updated_at)
         values ($1, $2, $3, $4, $5, $5, 0, $6, $7, $8, now())`,
        [uuidv7(), tenantId, clientId, projectId, key, status, percent, weight],
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
    const { admin } = await fixture();
    expect((await call(list, { token: admin.token, query })).status).toBe(422);
  });
});

describe('permissions', () => {
  it('another business finds none of it, and changes nothing', async () => {
    const { clientId, addProject, admin } = await fixture();
    const params = { id: await addProject(clientId) };
    const { admin: foreigner } = await fixture();
    const token = foreigner.token;
    expect((await call(list, { token })).body.data).toEqual([]);
    expect((await call(show, { token, params })).status).toBe(404);
    expect((await call(change, { token, params, method: 'PATCH', body: { name: 'Mine' } })).status).toBe(404);
    expect((await call(show, { token: admin.token, params })).body.data.name).toBe('House');
  });

  it('an id that is unknown or no id is nothing here', async () => {
    const { admin } = await fixture();
    for (const id of [uuidv7(), '42']) {
      expect((await call(show, { token: admin.token, params: { id } })).status).toBe(404);
      expect((await call(change, { token: admin.token, params: { id }, method: 'PATCH', body: {} })).status).toBe(404);
    }
  });

  it('clients may not, and nobody without a token', async () => {
    const { clientId, person, addProject } = await fixture();
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
