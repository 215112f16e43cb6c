import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { GET as fetchVersion } from '@/app/api/admin/documents/[id]/download/route';
import { GET as list } from '@/app/api/client/documents/route';
import { testDatabase } from '@/tests/support/database/database';
import { createPhoto } from '@/tests/support/factories/records';
import { testStorage } from '@/tests/support/files/storage';
import { createDocumentFixture, seen, unseen, visibilityOf } from '@/tests/support/fixtures/documents';
import { call } from '@/tests/support/http/api';
import { download } from '@/tests/support/http/upload';

const { owner } = await testDatabase();
await testStorage();

describe('a client sees a document exactly while it has a published version', () => {
  it('where approval is required, through a whole life', async () => {
    const { uploadDocument, uploadVersion, move, person } = await createDocumentFixture(owner, {
      requiresApproval: true,
    });
    const id = await uploadDocument({ text: 'first' });
    const look = () => visibilityOf(person, id);
    expect(await look()).toEqual(unseen);
    for (const to of ['pending', 'approved']) {
      await move(id, to);
      expect(await look()).toEqual(unseen);
    }
    await move(id, 'published');
    expect(await look()).toEqual(seen('first'));
    await uploadVersion(id, 'second');
    for (const to of ['pending', 'rejected', 'draft', 'pending', 'approved']) {
      expect((await move(id, to)).status).toBe(200);
      expect(await look()).toEqual(seen('first'));
    }
    await move(id, 'published');
    expect(await look()).toEqual(seen('second'));
    await move(id, 'approved');
    expect(await look()).toEqual(unseen);
    await uploadVersion(id, 'third');
    expect(await look()).toEqual(unseen);
    await move(id, 'pending');
    await move(id, 'rejected');
    expect(await look()).toEqual(unseen);
  });

  it('where it is not, from the one step on, and a new version is a draft again', async () => {
    const { uploadDocument, uploadVersion, move, show, person } = await createDocumentFixture(owner);
    const id = await uploadDocument({ text: 'first' });
    expect(await visibilityOf(person, id)).toEqual(unseen);
    await move(id, 'published');
    expect(await visibilityOf(person, id)).toEqual(seen('first'));
    expect((await uploadVersion(id, 'second')).body.data).toMatchObject({ status: 'draft', published_version: 1 });
    expect(await visibilityOf(person, id)).toEqual(seen('first'));
    expect((await show(id)).transitions[0]).toMatchObject({ from: 'published', to: 'draft' });
    await move(id, 'published');
    expect(await visibilityOf(person, id)).toEqual(seen('second'));
  });

  it('an employee’s new version takes it back to draft too, and leaves what is out alone', async () => {
    const { uploadDocument, uploadVersion, move, person, staff } = await createDocumentFixture(owner);
    const id = await uploadDocument({ text: 'first' });
    await move(id, 'published');
    expect((await uploadVersion(id, 'second', staff)).status).toBe(201);
    expect((await move(id, 'published', { by: staff })).status).toBe(403);
    expect(await visibilityOf(person, id)).toEqual(seen('first'));
  });
});

describe('what stands behind the published version', () => {
  it('shows in nothing: not in its state, its name, its number or a search', async () => {
    const { uploadDocument, move, person, type } = await createDocumentFixture(owner);
    const id = await uploadDocument({ title: 'Roof plan' });
    await move(id, 'published');
    await owner.query(
      `with file as (insert into stored_files (id, tenant_id, storage_key, file_name, content_type, byte_size, sha256, status)
         select $1::uuid, tenant_id, replace(gen_random_uuid()::text, '-', ''), 'secret-price.pdf', content_type, 9, sha256, 'stored' from stored_files
         where id = (select file_id from document_versions where document_id = $2) returning id)
       insert into document_versions (id, tenant_id, client_id, document_id, number, file_id, uploaded_by_id, uploaded_by_name)
         select $1::uuid, tenant_id, client_id, document_id, 2, file.id, uploaded_by_id, 'Somebody else' from document_versions, file where document_id = $2`,
      [uuidv7(), id],
    );
    await owner.query("update documents set status = 'rejected' where id = $1", [id]);
    const get = (query: string) => call(list, { token: person.token, query });
    const { body } = await get('');
    expect(body.data).toEqual([
      expect.objectContaining({ id, status: 'published', version: 1, file_name: 'plan.pdf', title: 'Roof plan' }),
    ]);
    expect(Object.keys(body.data[0])).not.toContain('updated_at');
    expect((await get('?search=secret')).body.data).toEqual([]);
    expect((await get('?search=PLAN.pdf')).body.data).toHaveLength(1);
    expect((await get(`?type=${type.id}`)).body.data).toHaveLength(1);
  });
});

describe('other people', () => {
  it('the other people of the client see it, another client and another business do not', async () => {
    const { uploadDocument, move, addPerson, clientId, stranger } = await createDocumentFixture(owner);
    const other = await createDocumentFixture(owner);
    const id = await uploadDocument({ text: 'first' });
    await move(id, 'published');
    expect(await visibilityOf(await addPerson('client', clientId), id)).toEqual(seen('first'));
    expect(await visibilityOf(stranger, id)).toEqual(unseen);
    expect(await visibilityOf(other.person, id)).toEqual(unseen);
    expect((await other.move(id, 'approved')).status).toBe(404);
    expect((await other.uploadVersion(id, 'mine')).status).toBe(404);
    expect(await visibilityOf(await addPerson('client', clientId), id)).toEqual(seen('first'));
  });

  it('a client user is refused at the business’s doors, and nobody gets in without a token', async () => {
    const { uploadDocument, person, move, uploadVersion } = await createDocumentFixture(owner);
    const id = await uploadDocument();
    expect((await move(id, 'published', { by: person })).status).toBe(403);
    expect((await uploadVersion(id, 'mine', person)).status).toBe(403);
    expect((await download(fetchVersion, { token: person.token, params: { id } })).status).toBe(403);
    expect((await download(fetchVersion, { params: { id } })).status).toBe(401);
  });

  it('a project of somebody else is a 404 in the list, and another kind’s id is a 404 everywhere', async () => {
    const fixture = await createDocumentFixture(owner);
    const { person, admin, projectId, id: tenantId, clientId, otherId, addProject, type, move } = fixture;
    const foreign = await addProject(otherId);
    const photo = await createPhoto(owner, { tenantId, clientId, id: projectId }, admin, { visibility: 'client' });
    for (const query of [`?project_id=${foreign}`, `?project_id=${uuidv7()}`])
      expect((await call(list, { token: person.token, query })).status).toBe(404);
    expect((await call(list, { token: person.token, query: `?project_id=${projectId}` })).status).toBe(200);
    for (const id of [photo.id, projectId, type.id, clientId, uuidv7(), '42']) {
      expect(await visibilityOf(person, id)).toEqual(unseen);
      expect((await move(id, 'pending')).status).toBe(404);
      expect((await download(fetchVersion, { token: admin.token, params: { id } })).status).toBe(404);
    }
  });
});

describe('the list of downloads', () => {
  it('is known to the business, version by version; looking at the preview and the business’s own reading are not counted', async () => {
    const { uploadDocument, uploadVersion, move, show, person, admin } = await createDocumentFixture(owner);
    const id = await uploadDocument();
    await move(id, 'published');
    await visibilityOf(person, id);
    // Downloads within ten minutes count once, so the first one becomes an hour old.
    await owner.query(
      `update document_downloads set created_at = created_at - interval '1 hour' where document_id = $1`,
      [id],
    );
    await visibilityOf(person, id);
    await download(fetchVersion, { token: admin.token, params: { id } });
    await uploadVersion(id, 'second');
    await move(id, 'published');
    await visibilityOf(person, id);
    expect((await show(id)).downloads).toMatchObject([
      { user_id: person.id, user_name: person.name, version: 2, count: 1 },
      { user_id: person.id, version: 1, count: 2 },
    ]);
  });

  it('the business fetches any version, the newest unless told which', async () => {
    const { uploadDocument, uploadVersion, admin } = await createDocumentFixture(owner);
    const id = await uploadDocument({ text: 'first' });
    await uploadVersion(id, 'second');
    const get = (query: string) => download(fetchVersion, { token: admin.token, params: { id }, query });
    expect((await get('')).bytes.toString()).toContain('% second');
    expect((await get('?version=1')).bytes.toString()).toContain('% first');
    expect((await get('?version=3')).status).toBe(404);
    expect((await get('?version=x')).status).toBe(422);
  });
});
