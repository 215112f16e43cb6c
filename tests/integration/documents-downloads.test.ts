import { expect, it } from 'vitest';
import { GET as fetchOwn } from '@/app/api/client/documents/[id]/download/route';
import { testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { createDocumentFixture } from '@/tests/support/fixtures/documents';
import { download } from '@/tests/support/http/upload';

const { owner } = await testDatabase();
await testStorage();

async function publishedDocument() {
  const { uploadDocument, uploadVersion, move, person } = await createDocumentFixture(owner);
  const id = await uploadDocument({ text: 'first' });
  await move(id, 'published');
  const fetch = async (range?: string) =>
    (await download(fetchOwn, { token: person.token, params: { id }, headers: range ? { range } : {} })).status;
  const lines = async () => {
    const text = 'select count(*)::int from document_downloads where document_id = $1 and user_id = $2';
    return (await owner.query<{ count: number }>(text, [id, person.id])).rows[0]?.count;
  };
  /** Moves the downloads recorded so far to an earlier hour. */
  const letTimePass = () =>
    owner.query(`update document_downloads set created_at = created_at - interval '1 hour' where document_id = $1`, [
      id,
    ]);
  const publishAnother = async () => {
    await uploadVersion(id, 'second');
    await move(id, 'published');
  };
  return { fetch, lines, letTimePass, publishAnother };
}

it('a download is one line, in however many ranges it comes, and a question about the size is none', async () => {
  const { fetch, lines } = await publishedDocument();
  expect(await fetch('bytes=0-0')).toBe(206);
  expect(await lines()).toBe(0);
  for (const range of ['bytes=1-', 'bytes=0-9', 'bytes=10-19', 'bytes=-5']) expect(await fetch(range)).toBe(206);
  expect(await fetch()).toBe(200);
  expect(await lines()).toBe(1);
});

it('ranges that are fetched at the same time are one line', async () => {
  const { fetch, lines } = await publishedDocument();
  const statuses = await Promise.all(['bytes=0-9', 'bytes=10-19', 'bytes=20-29', 'bytes=30-39'].map(fetch));
  expect(statuses).toEqual([206, 206, 206, 206]);
  expect(await lines()).toBe(1);
});

it('a later download and one of another version are lines of their own', async () => {
  const { fetch, lines, letTimePass, publishAnother } = await publishedDocument();
  await fetch();
  await letTimePass();
  await fetch();
  expect(await lines()).toBe(2);
  await publishAnother();
  await fetch();
  expect(await lines()).toBe(3);
});
