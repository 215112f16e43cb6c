import exifr from 'exifr';
import { describe, expect, it } from 'vitest';
import { GET as file } from '@/app/api/admin/documents/[id]/download/route';
import { POST as addVersion } from '@/app/api/admin/documents/[id]/versions/route';
import { POST as addDocument } from '@/app/api/admin/documents/route';
import { testDatabase } from '@/tests/support/database/database';
import { phonePhoto } from '@/tests/support/files/pictures';
import { testStorage } from '@/tests/support/files/storage';
import { createDocumentFixture } from '@/tests/support/fixtures/documents';
import { download, fileOf, smallPdf, upload } from '@/tests/support/http/upload';

const { owner } = await testDatabase();
const { spooled } = await testStorage();
const { admin, projectId, type, uploadDocument } = await createDocumentFixture(owner);
const photo = await phonePhoto({ orientation: 6 });
const token = admin.token;

/** Uploads the photo as a document, or as a new version of one, and returns what is downloaded afterwards. */
async function kept(fields: [string, string][], id?: string): Promise<Buffer> {
  const place: [string, string][] = id
    ? []
    : [
        ['project_id', projectId],
        ['document_type_id', type.id],
      ];
  const form: [string, string | File][] = [...place, ...fields, ['file', fileOf('site.jpg', Uint8Array.from(photo))]];
  const { status, body } = await upload(id ? addVersion : addDocument, {
    token,
    form,
    ...(id ? { params: { id } } : {}),
  });
  expect([status, body.errors]).toEqual([201, undefined]);
  expect(await spooled()).toEqual([]);
  return (await download(file, { token, params: { id: body.data.id } })).bytes;
}

describe.each(['a document', 'a new version'])('a photo as %s', (what) => {
  const at = async () => (what === 'a document' ? undefined : uploadDocument());

  it('loses its place unless told otherwise', async () => {
    expect(await exifr.gps(photo)).toMatchObject({ latitude: expect.closeTo(51.5, 1) });
    for (const fields of [[], [['remove_metadata', 'true']]] as [string, string][][]) {
      const bytes = await kept(fields, await at());
      expect(bytes.toString('latin1')).not.toMatch(/GPS|Oriel test phone/);
      expect(await exifr.gps(bytes)).toBeUndefined();
      expect(await exifr.orientation(bytes)).toBe(6);
    }
  });

  it('stays byte for byte where told so', async () => {
    expect((await kept([['remove_metadata', 'false']], await at())).equals(photo)).toBe(true);
  });
});

it('a plain form sends a hidden "false" before its ticked box', async () => {
  const ticked = await kept([
    ['remove_metadata', 'false'],
    ['remove_metadata', 'true'],
  ]);
  expect(await exifr.gps(ticked)).toBeUndefined();
});

it('what is neither yes nor no is refused, and so is a repetition', async () => {
  for (const values of [['perhaps'], ['true', 'true'], ['true', 'false']]) {
    const form: [string, string | File][] = [
      ['project_id', projectId],
      ['document_type_id', type.id],
      ...values.map((value): [string, string] => ['remove_metadata', value]),
      ['file', fileOf('plan.pdf', smallPdf())],
    ];
    const { status, body } = await upload(addDocument, { token, form });
    expect([status, Object.keys(body.errors)]).toEqual([422, ['remove_metadata']]);
  }
});
