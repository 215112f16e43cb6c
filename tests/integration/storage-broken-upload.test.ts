import { setTimeout as pause } from 'node:timers/promises';
import { NextRequest } from 'next/server';
import { afterEach, expect, it, vi } from 'vitest';
import { storageDown } from '@/lib/storage/failure';
import { store } from '@/lib/storage/store';
import { testDatabase } from '@/tests/support/database/database';
import { uploadDoor } from '@/tests/support/files/file-doors';
import { testStorage } from '@/tests/support/files/storage';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { fileOf, smallPdf, upload } from '@/tests/support/http/upload';

const { owner } = await testDatabase();
const { stored, spooled } = await testStorage();
const { id: tenantId, staff } = await createTestTenant(owner);
const door = uploadDoor('document');
afterEach(() => vi.restoreAllMocks());

async function expectNothing(): Promise<void> {
  const { rows } = await owner.query('select id from stored_files where tenant_id = $1', [tenantId]);
  expect([rows, await stored(), await spooled()]).toEqual([[], [], []]);
}

const head = '--edge\r\nContent-Disposition: form-data; name="new_file"; filename="plan.pdf"\r\n\r\n';

/** Sends these pieces as the body; an Error among them breaks the connection. */
async function send(pieces: (string | Error)[], contentType = 'multipart/form-data; boundary=edge') {
  const left = [...pieces];
  const body = new ReadableStream({
    async pull(controller) {
      await pause(5);
      const piece = left.shift();
      if (piece === undefined) controller.close();
      else if (piece instanceof Error) controller.error(piece);
      else controller.enqueue(Buffer.from(piece));
    },
  });
  const headers = { authorization: `Bearer ${staff.token}`, 'content-type': contentType };
  const init = { method: 'POST', headers, body, duplex: 'half' as const };
  const answer = await door(new NextRequest('http://localhost:3000/api/test', init), {});
  return { status: answer.status, body: await answer.json() };
}

const page = ' '.repeat(100_000);

it.each([
  ['at once', []],
  ['in the middle of a file', [head, smallPdf(), page, page]],
  [
    'after a file, before the end',
    [`${head}${smallPdf()}\r\n--edge\r\nContent-Disposition: form-data; name="title"\r\n\r\nHal`],
  ],
])('a connection that closes %s leaves nothing', async (_, pieces) => {
  const { status } = await send([...pieces, Object.assign(new Error('aborted'), { code: 'ECONNRESET' })]);
  expect(status).toBe(422);
  await expectNothing();
});

it.each([
  ['stops too early', [head, smallPdf(), page]],
  ['stops in its last line', [head, smallPdf(), '\r\n--ed']],
  ['has nothing in it', ['']],
  ['is no form', ['{"title": "Plan"}']],
])('a body that %s leaves nothing', async (_, pieces) => {
  const { status, body } = await send(pieces);
  expect([status, body.detail]).toEqual([422, 'The upload did not arrive completely. Please try again.']);
  await expectNothing();
});

const endless = `multipart/form-data; boundary=${'e'.repeat(5_000)}`;
it.each(['application/json', 'multipart/form-data', 'text/plain; boundary=edge', endless])(
  'a body of type %s is not read',
  async (contentType) => {
    const { status, body } = await send([head, smallPdf(), '\r\n--edge--\r\n'], contentType);
    expect([status, body.detail]).toEqual([415, 'Send files as multipart/form-data.']);
    await expectNothing();
  },
);

it('a field without end, and fields without number, are cut off', async () => {
  const field = (name: string, value: string) =>
    `--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  expect((await send([field('title', page + page), head, smallPdf(), '\r\n--edge--\r\n'])).status).toBe(413);
  const many = Array.from({ length: 200 }, (_, at) => field(`f${at}`, 'x')).join('');
  expect((await send([many, head, smallPdf(), '\r\n--edge--\r\n'])).status).toBe(413);
  await expectNothing();
});

it('a storage that breaks down in the middle of a file leaves nothing, and says so', async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  vi.spyOn(store(), 'put').mockRejectedValueOnce(storageDown(new Error('disk full')));
  const { status, body } = await upload(door, {
    token: staff.token,
    form: [['new_file', fileOf('plan.pdf', smallPdf())]],
  });
  expect([status, body.detail]).toEqual([
    503,
    'Files cannot be stored or read right now. Nothing was changed; please try again in a moment.',
  ]);
  await expectNothing();
});

it('a full storage is told in words', async () => {
  await owner.query('update tenants set storage_quota_bytes = 10 where id = $1', [tenantId]);
  const { status, body } = await upload(door, {
    token: staff.token,
    form: [['new_file', fileOf('plan.pdf', smallPdf())]],
  });
  expect([status, body.detail]).toEqual([413, expect.stringMatching(/^The storage of this business is full\./)]);
  await expectNothing();
});
