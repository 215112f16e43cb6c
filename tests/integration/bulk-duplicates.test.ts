import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { POST as addVersion } from '@/app/api/admin/documents/[id]/versions/route';
import { POST as addDocument } from '@/app/api/admin/documents/route';
import { POST as addPhoto } from '@/app/api/admin/gallery/route';
import { GET as askSent } from '@/app/api/admin/projects/[id]/sent-files/route';
import { testDatabase } from '@/tests/support/database/database';
import { phonePhoto } from '@/tests/support/files/pictures';
import { testStorage } from '@/tests/support/files/storage';
import { createDocumentFixture } from '@/tests/support/fixtures/documents';
import { call } from '@/tests/support/http/api';
import { fileOf, smallPdf, upload } from '@/tests/support/http/upload';

const { owner } = await testDatabase();
const { stored, spooled } = await testStorage();
const { admin, clientId, addProject, type, projectId } = await createDocumentFixture(owner);
const { token } = admin;

const skip: [string, string] = ['skip_duplicate', 'true'];

const document = (project: string, text: string, fields: [string, string][] = []) =>
  upload(addDocument, {
    token,
    form: [
      ['project_id', project],
      ['document_type_id', type.id],
      ...fields,
      ['file', fileOf(`${text}.pdf`, smallPdf(text))],
    ],
  });

const pictures = new Map<string, Uint8Array<ArrayBuffer>>();
async function photo(project: string, text: string, fields: [string, string][] = []) {
  const bytes = pictures.get(text) ?? Uint8Array.from(await phonePhoto({ orientation: pictures.size + 1 }));
  pictures.set(text, bytes);
  return upload(addPhoto, { token, form: [['project_id', project], ...fields, ['photo', fileOf('site.jpg', bytes)]] });
}

describe.each([
  ['a document', document],
  ['a photo', photo],
])('%s that the project has already', (what, send) => {
  it('is refused where the sender asks for it, with the one that is there, and nothing is stored', async () => {
    const first = await send(projectId, `${what} once`, [skip]);
    expect(first.status).toBe(201);
    const before = (await stored()).length;
    const { status, body } = await send(projectId, `${what} once`, [skip]);
    expect([status, body.duplicate_of]).toEqual([409, first.body.data.id]);
    expect(body.detail).toMatch(/is in this project already/);
    expect([(await stored()).length, await spooled()]).toEqual([before, []]);
  });

  it('is taken twice otherwise, and in another project', async () => {
    const other = await addProject(clientId);
    await send(projectId, `${what} twice`);
    expect((await send(projectId, `${what} twice`)).status).toBe(201);
    expect((await send(other, `${what} twice`, [skip])).status).toBe(201);
  });

  it('is taken once where both come at the same time', async () => {
    const sent = await Promise.all(Array.from({ length: 4 }, () => send(projectId, `${what} at once`, [skip])));
    expect(sent.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });
});

it('a program can ask by SHA-256 before it sends a file', async () => {
  const bytes = smallPdf('asked before');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const about = (kind: string, id = projectId) =>
    call(askSent, { token, params: { id }, query: `?kind=${kind}&sha256=${sha256}` });
  expect((await about('document')).body.data).toEqual({ record_id: null, name: null });
  const { body } = await document(projectId, 'asked before');
  expect((await about('document')).body.data).toEqual({ record_id: body.data.id, name: 'asked before' });
  expect((await about('photo')).body.data.record_id).toBeNull();
  const elsewhere = await createDocumentFixture(owner);
  expect((await about('document', elsewhere.projectId)).status).toBe(404);
});

it('a picture among documents is recognised although its metadata was removed, and a newer version counts', async () => {
  const bytes = Uint8Array.from(await phonePhoto({ orientation: 6 }));
  const form: [string, string | File][] = [
    ['project_id', projectId],
    ['document_type_id', type.id],
    skip,
    ['file', fileOf('permit.jpg', bytes)],
  ];
  const { body } = await upload(addDocument, { token, form });
  expect((await upload(addDocument, { token, form })).status).toBe(409);
  const version: [string, File] = ['file', fileOf('new.pdf', smallPdf('a newer version'))];
  await upload(addVersion, { token, params: { id: body.data.id }, form: [version] });
  const again = await document(projectId, 'a newer version', [skip]);
  expect([again.status, again.body.duplicate_of]).toEqual([409, body.data.id]);
});
