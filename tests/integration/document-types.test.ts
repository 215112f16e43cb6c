import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { PATCH as change, GET as show } from '@/app/api/admin/document-types/[id]/route';
import { POST as create, GET as list } from '@/app/api/admin/document-types/route';
import { testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { createDocumentFixture } from '@/tests/support/fixtures/documents';
import { auditOf } from '@/tests/support/fixtures/tenant';
import { createTenantFixture } from '@/tests/support/fixtures/tenant-with-clients';
import { call } from '@/tests/support/http/api';

const { owner } = await testDatabase();
await testStorage();

describe('document types', () => {
  it('are added and changed by admins; fields left out are off, and the type is active', async () => {
    const { admin } = await createTenantFixture(owner);
    const { token } = admin;
    const made = await call(create, { token, body: { name: ' Permit ' } });
    expect(made.status).toBe(201);
    expect(made.body.data).toMatchObject({
      ...{ name: 'Permit', requires_approval: false, forbids_own_approval: false, is_active: true, document_count: 0 },
    });
    const params = { id: made.body.data.id };
    const changed = await call(change, { token, params, method: 'PATCH', body: { requires_approval: true } });
    expect(changed.body.data).toMatchObject({ name: 'Permit', requires_approval: true, forbids_own_approval: false });
    expect((await auditOf(owner, params.id)).map(({ action }) => action)).toEqual([
      'document_type.created',
      'document_type.changed',
    ]);
  });

  it('have a name of their own in the business', async () => {
    const [fixture, other] = [await createTenantFixture(owner), await createTenantFixture(owner)];
    const add = (token: string, name: string) => call(create, { token, body: { name } });
    const { body } = await add(fixture.admin.token, 'Permit');
    for (const name of ['Permit', 'permit'])
      expect((await add(fixture.admin.token, name)).body.errors).toEqual({
        name: ['This name is already in use.'],
      });
    expect((await add(fixture.admin.token, 'P_rmit')).status).toBe(201);
    const again = {
      token: fixture.admin.token,
      params: { id: body.data.id },
      method: 'PATCH',
      body: { name: 'PERMIT' },
    };
    expect((await call(change, again)).body.data.name).toBe('PERMIT');
    expect((await add(other.admin.token, 'Permit')).status).toBe(201);
    await add(fixture.admin.token, 'Plan');
    const params = { id: body.data.id };
    const taken = await call(change, { token: fixture.admin.token, params, method: 'PATCH', body: { name: 'Plan' } });
    expect([taken.status, Object.keys(taken.body.errors)]).toEqual([422, ['name']]);
  });

  it('are read by staff and changed by admins only; clients and other businesses find none', async () => {
    const { admin, staff, person } = await createTenantFixture(owner);
    const { admin: foreigner } = await createTenantFixture(owner);
    const { id } = (await call(create, { token: admin.token, body: { name: 'Permit' } })).body.data;
    const ask = async (token: string | undefined) => [
      (await call(list, { token })).status,
      (await call(show, { token, params: { id } })).status,
      (await call(create, { token, body: { name: `Type ${uuidv7()}` } })).status,
      (await call(change, { token, params: { id }, method: 'PATCH', body: { name: 'Mine' } })).status,
    ];
    expect(await ask(staff.token)).toEqual([200, 200, 403, 403]);
    expect(await ask(person.token)).toEqual([403, 403, 403, 403]);
    expect(await ask(undefined)).toEqual([401, 401, 401, 401]);
    expect(await ask(foreigner.token)).toEqual([200, 404, 201, 404]);
    expect((await call(show, { token: admin.token, params: { id } })).body.data.name).toBe('Permit');
  });

  it('ask for approval from the moment they say so, of documents on their way too', async () => {
    const { admin, type, uploadDocument, move } = await createDocumentFixture(owner);
    const id = await uploadDocument();
    const patch = (body: object) =>
      call(change, { token: admin.token, params: { id: type.id }, method: 'PATCH', body });
    await patch({ requires_approval: true });
    expect((await move(id, 'published')).status).toBe(409);
    await patch({ requires_approval: false });
    expect((await move(id, 'published')).status).toBe(200);
  });

  it('that are no longer offered stay with their documents', async () => {
    const { admin, type, uploadDocument, show: document } = await createDocumentFixture(owner);
    const id = await uploadDocument();
    const { token } = admin;
    await call(change, { token, params: { id: type.id }, method: 'PATCH', body: { is_active: false } });
    expect((await document(id)).document_type_id).toBe(type.id);
    expect((await call(list, { token, query: '?is_active=true' })).body.data).toEqual([]);
    expect((await call(list, { token })).body.data).toMatchObject([{ id: type.id, document_count: 1 }]);
  });
});
