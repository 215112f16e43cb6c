import { rm } from 'node:fs/promises';
import { NextRequest } from 'next/server';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { teamMember } from '@/lib/authz/guards';
import { defineFileRoute } from '@/lib/doors/file-route';
import { orNotFound } from '@/lib/errors';
import { servedColumns } from '@/lib/storage/columns';
import { storageDown } from '@/lib/storage/failure';
import { store } from '@/lib/storage/store';
import { testDatabase } from '@/tests/support/database/database';
import { createStoredFile } from '@/tests/support/factories/records';
import { downloadDoor, uploadDoor } from '@/tests/support/files/file-doors';
import { honestFiles } from '@/tests/support/files/hostile-files';
import { testStorage } from '@/tests/support/files/storage';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { download, fileOf, smallPdf, upload } from '@/tests/support/http/upload';

const { owner } = await testDatabase();
const { stored } = await testStorage();
const { id: tenantId, admin, addClient, addPerson } = await createTestTenant(owner);
const { token } = admin;

const keep = async (name: string, bytes: Uint8Array<ArrayBuffer> | string): Promise<string> => {
  const form: [string, File][] = [['new_file', fileOf(name, bytes)]];
  return (await upload(uploadDoor('document'), { token, form })).body.file_ids[0];
};

const text = smallPdf('A plan to download');
let id: string;
beforeAll(async () => {
  id = await keep('Süd – “plan”.pdf', text);
});
afterEach(() => vi.restoreAllMocks());

const ask = (headers: Record<string, string> = {}, method = 'GET') =>
  download(downloadDoor, { token, params: { id }, headers, method });

describe('a download', () => {
  it('comes whole, named, and harmless in a browser', async () => {
    const { status, headers, bytes } = await ask();
    expect([status, bytes.toString()]).toEqual([200, text]);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(text.length),
      'content-disposition': `attachment; filename="Sud _ _plan_.pdf"; filename*=UTF-8''S%C3%BCd%20%E2%80%93%20%E2%80%9Cplan%E2%80%9D.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      'accept-ranges': 'bytes',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
  });

  it('is told about without its bytes (HEAD)', async () => {
    const get = vi.spyOn(store(), 'get');
    const { status, headers, bytes } = await ask({}, 'HEAD');
    expect([status, headers.get('content-length'), bytes.length]).toEqual([200, String(text.length), 0]);
    expect(get).not.toHaveBeenCalled();
  });

  it('comes in parts', async () => {
    const part = await ask({ range: 'bytes=5-9' });
    expect([part.status, part.bytes.toString()]).toEqual([206, text.slice(5, 10)]);
    expect(part.headers.get('content-range')).toBe(`bytes 5-9/${text.length}`);
    expect(part.headers.get('content-length')).toBe('5');
    expect((await ask({ range: 'bytes=-6' })).bytes.toString()).toBe(text.slice(-6));
    const beyond = await ask({ range: `bytes=${text.length}-` });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${text.length}`]);
    expect((await ask({ range: 'bytes=0-1,4-5' })).status).toBe(200);
  });

  it('is not sent again to whoever has it', async () => {
    const { headers } = await ask();
    const [etag, modified] = [headers.get('etag') ?? '', headers.get('last-modified') ?? ''];
    const later = new Date(Date.parse(modified) + 5_000).toUTCString();
    const earlier = new Date(Date.parse(modified) - 5_000).toUTCString();
    const attempts: [Record<string, string>, number][] = [
      [{ 'if-none-match': etag }, 304],
      [{ 'if-none-match': `W/"other", W/${etag}` }, 304],
      [{ 'if-none-match': '*' }, 304],
      [{ 'if-none-match': '"other"' }, 200],
      [{ 'if-none-match': '"other"', 'if-modified-since': later }, 200],
      [{ 'if-modified-since': modified }, 304],
      [{ 'if-modified-since': later }, 200],
      [{ 'if-modified-since': earlier }, 200],
      [{ 'if-modified-since': 'yesterday' }, 200],
    ];
    for (const [sent, status] of attempts) expect([sent, (await ask(sent)).status]).toEqual([sent, status]);
    expect((await ask({ 'if-none-match': etag })).bytes.length).toBe(0);
  });

  it('is continued only where it is still the same file', async () => {
    const { headers } = await ask();
    const range = 'bytes=0-3';
    const same = [headers.get('etag') ?? '', headers.get('last-modified') ?? ''];
    for (const condition of same) expect((await ask({ range, 'if-range': condition })).status).toBe(206);
    for (const condition of ['"other"', `W/${same[0]}`, new Date(0).toUTCString()])
      expect((await ask({ range, 'if-range': condition })).status).toBe(200);
  });

  it('is shown in the page only where a browser draws it by itself', async () => {
    const shown = async (name: string) => {
      const fileId = await keep(name, honestFiles[name]?.[0] ?? '');
      const { headers } = await download(downloadDoor, { token, params: { id: fileId }, query: '?show=1' });
      return headers.get('content-disposition')?.split(';')[0];
    };
    expect(await shown('plan.pdf')).toBe('inline');
    expect(await shown('pixel.png')).toBe('inline');
    for (const name of ['notes.txt', 'offer.docx', 'floor.dwg', 'hours.csv'])
      expect(await shown(name)).toBe('attachment');
  });
});

describe('no download', () => {
  it('without a session, for the wrong people, of another business, of what there is not', async () => {
    const client = await addPerson('client', await addClient());
    const foreign = await createTestTenant(owner);
    const missing = '01900000-0000-7000-8000-000000000000';
    const { rows } = await owner.query('select storage_key from stored_files where id = $1', [id]);
    const attempts: [number, Parameters<typeof download>[1]][] = [
      [401, { params: { id } }],
      [403, { token: client.token, params: { id } }],
      [404, { token: foreign.admin.token, params: { id } }],
      [404, { token, params: { id: missing } }],
      [404, { token, params: { id: rows[0].storage_key } }],
      [404, { token, params: { id: '../../secret' } }],
      [422, { token, params: { id }, query: '?path=/etc/passwd' }],
    ];
    for (const [status, attempt] of attempts) expect((await download(downloadDoor, attempt)).status).toBe(status);
  });

  it('of a file whose bytes are not stored yet', async () => {
    const pending = await createStoredFile(owner, { tenantId }, { status: 'pending' });
    expect((await download(downloadDoor, { token, params: { id: pending.id } })).status).toBe(404);
  });

  it('of bytes that got lost, or while the storage is down, in words', async () => {
    const lost = await keep('lost.pdf', smallPdf('lost'));
    const before = await stored();
    vi.spyOn(console, 'error').mockReturnValue();
    vi.spyOn(store(), 'get').mockRejectedValueOnce(storageDown(new Error('EIO')));
    const down = await download(downloadDoor, { token, params: { id: lost } });
    expect([down.status, JSON.parse(down.bytes.toString()).detail]).toEqual([
      503,
      'Files cannot be stored or read right now. Nothing was changed; please try again in a moment.',
    ]);
    const { rows } = await owner.query('select storage_key from stored_files where id = $1', [lost]);
    await Promise.all(before.filter((path) => path.endsWith(rows[0].storage_key)).map((path) => rm(path)));
    const { status, headers } = await download(downloadDoor, { token, params: { id: lost } });
    expect([status, headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  });
});

describe('a download that is written down', () => {
  const recorded = vi.fn(async () => undefined);
  const door = defineFileRoute({
    summary: 'Sends a file and writes it down.',
    guard: teamMember,
    input: z.strictObject({ id: z.uuid() }),
    disposition: 'attachment',
    find: async (db, { id: fileId }) =>
      orNotFound(await db.storedFile.findUnique({ where: { id: fileId }, select: servedColumns })),
    record: recorded,
  });
  const times = async (headers: Record<string, string>, method = 'GET') => {
    recorded.mockClear();
    await download(door, { token, params: { id }, headers, method });
    return recorded.mock.calls.length;
  };

  it('counts once: not for questions about it, nor for later parts', async () => {
    const etag = (await ask()).headers.get('etag') ?? '';
    expect(await times({})).toBe(1);
    expect(await times({ range: 'bytes=0-3' })).toBe(1);
    expect(await times({ range: 'bytes=4-' })).toBe(0);
    expect(await times({ 'if-none-match': etag })).toBe(0);
    expect(await times({}, 'HEAD')).toBe(0);
    expect(await times({ range: 'bytes=9999999-' })).toBe(0);
  });

  it('is not sent where it cannot be written down', async () => {
    recorded.mockRejectedValueOnce(new Error('no'));
    vi.spyOn(console, 'error').mockReturnValue();
    expect((await download(door, { token, params: { id } })).status).toBe(500);
  });
});

it('a reader that disconnects in the middle of a download ends the reading', async () => {
  const big = await keep('big.pdf', Buffer.concat([Buffer.from(smallPdf()), Buffer.alloc(8_000_000, ' ')]));
  const request = new NextRequest('http://localhost:3000/api/test', { headers: { authorization: `Bearer ${token}` } });
  const response = await downloadDoor(request, { params: Promise.resolve({ id: big }) });
  const reader = response.body?.getReader();
  expect((await reader?.read())?.value?.length).toBeGreaterThan(0);
  await reader?.cancel();
  expect((await download(downloadDoor, { token, params: { id: big } })).bytes.length).toBeGreaterThan(8_000_000);
});

it.each(['before its answer is there', 'before its answer is read'])(
  'a reader that disconnects %s leaves nothing open',
  async (when) => {
    const cancel = vi.fn();
    vi.spyOn(store(), 'get').mockResolvedValue(new ReadableStream({ cancel }));
    const gone = new AbortController();
    if (when === 'before its answer is there') gone.abort();
    const headers = { authorization: `Bearer ${token}` };
    const request = new NextRequest('http://localhost:3000/api/test', { headers, signal: gone.signal });
    expect((await downloadDoor(request, { params: Promise.resolve({ id }) })).status).toBe(200);
    gone.abort();
    expect(cancel).toHaveBeenCalledOnce();
  },
);
