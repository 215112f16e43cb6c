import { describe, expect, it } from 'vitest';
import { GET as pictureOfVersion } from '@/app/api/admin/documents/[id]/picture/route';
import { DELETE as removeDocument } from '@/app/api/admin/documents/[id]/route';
import { POST as addVersion } from '@/app/api/admin/documents/[id]/versions/route';
import { POST as addDocument } from '@/app/api/admin/documents/route';
import { GET as ownPicture } from '@/app/api/client/documents/[id]/picture/route';
import { GET as showOwn } from '@/app/api/client/documents/[id]/route';
import { addMissingPicture } from '@/lib/documents/uploads';
import { testDatabase } from '@/tests/support/database/database';
import { drawnPdf } from '@/tests/support/files/drawn-pdf';
import { testStorage } from '@/tests/support/files/storage';
import { createDocumentFixture } from '@/tests/support/fixtures/documents';
import { call } from '@/tests/support/http/api';
import { download, fileOf, smallPdf, upload } from '@/tests/support/http/upload';
import { adminActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();
const { spooled } = await testStorage();
const fixture = await createDocumentFixture(owner);
const { admin, staff, person, projectId, type, move, show } = fixture;
const other = await createDocumentFixture(owner);

const pdf = async (name: string) => fileOf('plan.pdf', Uint8Array.from(await drawnPdf(name)), 'application/pdf');

/** Uploads a drawn PDF as a document, or as a new version of one, and returns the document. */
async function add(file: File, id?: string) {
  const place: [string, string][] = [
    ['project_id', projectId],
    ['document_type_id', type.id],
  ];
  const form: [string, string | File][] = [...(id ? [] : place), ['file', file]];
  const { status, body } = await upload(id ? addVersion : addDocument, {
    token: admin.token,
    form,
    ...(id ? { params: { id } } : {}),
  });
  expect([status, body.errors]).toEqual([201, undefined]);
  return body.data;
}

const size = { width: 1131, height: 1600 };
const statusFor = async ({ token }: { token: string }, id: string) =>
  (await download(ownPicture, { token, params: { id } })).status;

describe('the first page of a PDF', () => {
  it('is a picture for whoever sees the version, and for nobody else', async () => {
    const { id, versions } = await add(await pdf('First'));
    expect(versions[0].picture).toEqual(size);
    expect(await spooled()).toEqual([]);
    for (const { token } of [admin, staff]) {
      const { status, headers, bytes } = await download(pictureOfVersion, { token, params: { id } });
      expect([status, headers.get('content-type')]).toEqual([200, 'image/webp']);
      expect(headers.get('content-disposition')).toMatch(/^inline/);
      expect(bytes.subarray(8, 12).toString()).toBe('WEBP');
    }
    expect(await statusFor(person, id)).toBe(404);
    expect((await download(pictureOfVersion, { token: other.admin.token, params: { id } })).status).toBe(404);

    await move(id, 'published');
    expect(await statusFor(person, id)).toBe(200);
    expect((await call(showOwn, { token: person.token, params: { id } })).body.data.picture).toEqual(size);
    expect(await statusFor(other.person, id)).toBe(404);
    await move(id, 'approved');
    expect(await statusFor(person, id)).toBe(404);
  });

  it('of a newer draft stays hidden while the published one is shown', async () => {
    const { id } = await add(await pdf('Published'));
    await move(id, 'published');
    const first = await download(ownPicture, { token: person.token, params: { id } });
    await add(await pdf('Draft with another text'), id);
    const again = await download(ownPicture, { token: person.token, params: { id } });
    expect(again.bytes.equals(first.bytes)).toBe(true);
    const newest = await download(pictureOfVersion, { token: admin.token, params: { id } });
    expect(newest.bytes.equals(first.bytes)).toBe(false);
    const old = await download(pictureOfVersion, { token: admin.token, params: { id }, query: '?version=1' });
    expect(old.bytes.equals(first.bytes)).toBe(true);
  });

  it('is missing where it cannot be drawn, and the document is there all the same', async () => {
    const { id, versions } = await add(fileOf('plan.pdf', smallPdf('no pages'), 'application/pdf'));
    expect(versions[0].picture).toBeNull();
    expect((await download(pictureOfVersion, { token: admin.token, params: { id } })).status).toBe(404);
    await move(id, 'published');
    expect((await call(showOwn, { token: person.token, params: { id } })).body.data.picture).toBeNull();
    expect(await statusFor(person, id)).toBe(404);
  });

  it('is let go of together with its document', async () => {
    const { id } = await add(await pdf('Removed'));
    const { rows } = await owner.query<{ ids: string[] }>(
      `select array_agg(f.id) as ids from stored_files f where f.id in (select file_id from document_versions where document_id = $1
         union select file_id from document_pictures where document_id = $1)`,
      [id],
    );
    expect(rows[0]?.ids).toHaveLength(2);
    expect((await call(removeDocument, { token: admin.token, params: { id }, method: 'DELETE' })).status).toBe(204);
    const left = await owner.query('select status from stored_files where id = any($1)', [rows[0]?.ids]);
    expect(left.rows).toEqual([{ status: 'pending' }, { status: 'pending' }]);
  });

  it('is drawn later for a version that has none, once', async () => {
    const { id, versions } = await add(await pdf('Uploaded long ago'));
    await owner.query('delete from document_pictures where document_id = $1', [id]);
    const actor = await adminActor(owner, admin.email);
    await Promise.all([1, 2].map(() => addMissingPicture({ versionId: versions[0].id }, actor)));
    expect((await show(id)).versions[0].picture).toEqual(size);
    expect(await spooled()).toEqual([]);
  });
});
