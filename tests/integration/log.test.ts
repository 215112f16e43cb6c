import { afterEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { onRequestError } from '@/instrumentation';
import { teamMember } from '@/lib/authz/guards';
import type { WriteDb } from '@/lib/db/handles';
import { markActor } from '@/lib/doors/page-error';
import { defineWriteRoute } from '@/lib/doors/route';
import { AppError } from '@/lib/errors';
import { testDatabase } from '@/tests/support/database/database';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';

const { owner } = await testDatabase();
const { admin } = await createTestTenant(owner);

const requestId = 'b1946ac92492d2347c6235b4d2611184';
const [note, person] = ['a note about Anna', 'anna.private@example.com'];

const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
afterEach(() => written.mockClear());
const lines = () => written.mock.calls.map(([line]) => String(line));

function door(run: (db: WriteDb) => Promise<void>) {
  const input = z.strictObject({ id: z.string(), note: z.string(), email: z.string() });
  return defineWriteRoute({ summary: 'Breaks.', guard: teamMember, input, output: z.void(), status: 204, run });
}

const send = (handler: ReturnType<typeof door>) =>
  call(handler, {
    token: admin.token,
    headers: { 'x-request-id': requestId, 'user-agent': 'Agent of Anna', 'x-forwarded-for': '203.0.113.77' },
    params: { id: 'test' },
    body: { note, email: person },
  });

it.each<[string, (db: WriteDb) => Promise<void>]>([
  ['an error of ours', () => Promise.reject(new TypeError('cannot read properties of undefined'))],
  ['one of the database', async (db) => void (await db.$queryRaw`select (${person} || ${note})::text::uuid`)],
  [
    'one of Prisma about its query',
    // A deliberately wrong argument, like a programming mistake.
    async (db) => void (await db.user.findFirst({ where: { email: { is: person } as never } })),
  ],
])('%s that nobody foresaw is one line: request, door, person by id, and nothing that was sent', async (_name, run) => {
  const { status, body } = await send(door(run));
  expect([status, body.request_id]).toEqual([500, requestId]);
  expect(lines()).toHaveLength(1);
  const [line = ''] = lines();
  expect(JSON.parse(line)).toMatchObject({
    ...{ level: 'error', requestId, door: 'POST /api/[id]', actorId: admin.id },
    err: { type: expect.any(String), stack: expect.stringContaining('at ') },
  });
  for (const secret of [note, person, 'Anna', '203.0.113.77', admin.email, admin.name, admin.token])
    expect(line).not.toContain(secret);
});

it('what was foreseen is not logged, and only what lies behind it is', async () => {
  expect((await send(door(() => Promise.reject(new AppError('CONFLICT'))))).status).toBe(409);
  expect(lines()).toEqual([]);
  const cause = new Error('disk full');
  const { status, body } = await send(door(() => Promise.reject(new AppError('UNAVAILABLE', { cause }))));
  expect([status, body.request_id]).toEqual([503, requestId]);
  expect(lines().map((line) => JSON.parse(line).err.message)).toEqual(['disk full']);
});

it('what a page throws is logged with the pattern of its address, the person, and the digest that the page shows', async () => {
  vi.stubEnv('NEXT_RUNTIME', 'nodejs');
  const error = Object.assign(new Error('broken'), { digest: '123456' });
  markActor(error, admin.id);
  const path = `/client/projects/7?q=${person}`;
  await onRequestError(
    error,
    { path, method: 'GET', headers: { 'x-request-id': requestId, cookie: person } },
    { routerKind: 'App Router', routePath: '/client/projects/[id]', routeType: 'render', revalidateReason: undefined },
  );
  expect(lines().map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({
      ...{ requestId, door: 'GET /client/projects/[id]', actorId: admin.id },
      err: expect.objectContaining({ message: 'broken', digest: '123456' }),
    }),
  ]);
  expect(lines()[0]).not.toContain(person);
});
