import { NextRequest } from 'next/server';
import { expect, it } from 'vitest';
import { testDatabase } from '@/tests/support/database/database';
import { uploadDoor } from '@/tests/support/files/file-doors';
import { testStorage } from '@/tests/support/files/storage';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { fileOf, smallPdf, upload } from '@/tests/support/http/upload';

const { owner } = await testDatabase();
const { stored, spooled } = await testStorage();
const door = uploadDoor('document');

const head = '--edge\r\nContent-Disposition: form-data; name="new_file"; filename="plan.pdf"\r\n\r\n%PDF-1.4\n';
const end = '\r\n--edge--\r\n';
const piece = 64 * 1024;

type Sent = { token: string; bytes: number; length?: number; pause?: Promise<void> };

/** Sends a PDF of so many bytes in pieces, and counts what is read of it; before its end it waits for `pause`. */
async function send({ token, bytes, length, pause }: Sent) {
  let read = 0;
  const body = new ReadableStream(
    {
      async pull(controller) {
        if (read === 0) controller.enqueue(Buffer.from(head));
        if (read >= bytes) {
          await pause;
          controller.enqueue(Buffer.from(end));
          return controller.close();
        }
        controller.enqueue(Buffer.alloc(piece, ' '));
        read += piece;
      },
    },
    { highWaterMark: 0 },
  );
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'multipart/form-data; boundary=edge',
    ...(length === undefined ? {} : { 'content-length': String(length) }),
  };
  const init = { method: 'POST', headers, body, duplex: 'half' as const };
  const answer = await door(new NextRequest('http://localhost:3000/api/test', init), {});
  return { status: answer.status, headers: answer.headers, body: await answer.json(), read };
}

async function tenantWith(quota: number) {
  const tenant = await createTestTenant(owner);
  await owner.query('update tenants set storage_quota_bytes = $2 where id = $1', [tenant.id, quota]);
  return tenant.staff.token;
}
const full = { status: 413, body: { detail: expect.stringMatching(/^The storage of this business is full/) } };

it('without room no byte of an upload is read', async () => {
  const token = await tenantWith(0);
  expect(await send({ token, bytes: 84_000_000 })).toMatchObject({ ...full, read: 0 });
});

it('an upload that announces more than the room is refused unread', async () => {
  const token = await tenantWith(1_000_000);
  expect(await send({ token, bytes: 5_000_000, length: 5_000_000 })).toMatchObject({ ...full, read: 0 });
});

it('an upload that announces nothing ends where the room does', async () => {
  const token = await tenantWith(1_000_000);
  const sent = await send({ token, bytes: 20_000_000 });
  expect(sent).toMatchObject(full);
  expect(sent.read).toBeGreaterThan(1_000_000 - piece);
  expect(sent.read).toBeLessThan(3_000_000);
  expect([await stored(), await spooled()]).toEqual([[], []]);
});

it('unfinished uploads share the room', async () => {
  const token = await tenantWith(1_000_000);
  const { promise: pause, resolve: go } = gate();
  const first = send({ token, bytes: 600_000, pause });
  await expect.poll(async () => (await spooled()).length, { timeout: 30_000 }).toBe(1);
  const second = await send({ token, bytes: 600_000 });
  expect(second).toMatchObject(full);
  go();
  expect((await first).status).toBe(201);
});

it('a business has twelve uploads at the same time; others are not affected, and room is made as they end', async () => {
  const token = await tenantWith(100_000_000);
  const other = await tenantWith(100_000_000);
  const { promise: pause, resolve: go } = gate();
  const open = Array.from({ length: 12 }, () => send({ token, bytes: piece, pause }));
  await expect.poll(async () => (await spooled()).length, { timeout: 30_000 }).toBe(12);
  const refused = await send({ token, bytes: piece });
  expect(refused).toMatchObject({ status: 503, read: 0 });
  expect(refused.headers.get('retry-after')).toBe('5');
  expect((await send({ token: other, bytes: piece })).status).toBe(201);
  go();
  expect((await Promise.all(open)).map(({ status }) => status)).toEqual(Array(12).fill(201));
  expect((await send({ token, bytes: piece })).status).toBe(201);
});

it('what a refused or broken upload held is free again', async () => {
  const token = await tenantWith(200_000);
  for (let time = 0; time < 14; time++)
    expect((await upload(door, { token, form: [['new_file', fileOf('plan.exe', 'MZ'.repeat(60_000))]] })).status).toBe(
      422,
    );
  const form: [string, File][] = [['new_file', fileOf('plan.pdf', smallPdf(' '.repeat(150_000)))]];
  expect((await upload(door, { token, form })).status).toBe(201);
});

function gate() {
  let resolve = () => {};
  const promise = new Promise<void>((open) => {
    resolve = open;
  });
  return { promise, resolve };
}
