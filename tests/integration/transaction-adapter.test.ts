import pg from 'pg';
import { afterEach, expect, test, vi } from 'vitest';
import { identifySession } from '@/lib/auth/identify';
import type { Actor } from '@/lib/authz/actor';
import { read, write } from '@/lib/authz/scope';
import { pool } from '@/lib/db/client';
import type { ReadDb } from '@/lib/db/handles';
import { toAppError } from '@/lib/db/unexpected';
import { testDatabase } from '@/tests/support/database/database';
import { createAdmin, createTenant } from '@/tests/support/factories/identity';
import { actorOf } from '@/tests/support/identity/actors';
import { signIn } from '@/tests/support/identity/sign-in';
import { statementsOf } from '@/tests/support/pages/request';

const { owner } = await testDatabase();
const calling = { requestId: 'r', door: 'test', actorId: null };

async function admin(): Promise<Actor & { tenantId: string }> {
  const tenant = await createTenant(owner);
  const { email } = await createAdmin(owner, tenant);
  return (await actorOf(owner, email)) as Actor & { tenantId: string };
}
const ownTenants = async (db: ReadDb) => (await db.tenant.findMany({ select: { id: true } })).map(({ id }) => id);
/** Ends the connection of a transaction from outside, as a restart of the database does. */
async function cut(db: ReadDb): Promise<void> {
  const [row] = await db.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`;
  await owner.query('select pg_terminate_backend($1, 5000)', [row?.pid]);
}

afterEach(() => expect(pool().idleCount).toBe(pool().totalCount));

test('a read is begin with its role, the queries, and commit; identification is one statement', async () => {
  const me = await admin();
  const { userId } = me;
  const { rows } = await owner.query('select email from users where id = $1', [userId]);
  await signIn(owner, rows[0].email);
  const session = (await owner.query('select id from sessions where user_id = $1', [userId])).rows[0].id;
  const sent = await statementsOf(pg.Client, owner, async () => {
    expect((await identifySession(session))?.userId).toBe(userId);
    await read(me, ownTenants);
  });
  const words = sent.map(({ text }) => text.split(' ').slice(0, 2).join(' '));
  expect(words).toEqual(["select set_config('role',", 'begin isolation', 'SELECT "t0"."id"', 'commit']);
  expect(sent[1]?.text).toMatch(
    /^begin isolation level repeatable read read only; select set_config\('role', 'oriel_admin'/,
  );
});

test('transactions of many people at once keep to their own connection and identity', async () => {
  const people = await Promise.all(Array.from({ length: 12 }, admin));
  const rounds = Array.from({ length: 10 }, () => people).flat();
  const seen = await Promise.all(
    rounds.map((me) => read(me, async (db) => [await ownTenants(db), await ownTenants(db)])),
  );
  expect(seen).toEqual(rounds.map(({ tenantId }) => [[tenantId], [tenantId]]));
  expect(pool().totalCount).toBeLessThanOrEqual(10);
});

test('an error rolls back, is the one that the caller gets, and leaves the connection usable', async () => {
  const me = await admin();
  const name = () =>
    owner.query('select name from tenants where id = $1', [me.tenantId]).then(({ rows }) => rows[0].name);
  const before = await name();
  const failing = write(me, async (db) => {
    await db.tenant.update({ where: { id: me.tenantId }, data: { name: 'Half done' } });
    throw new Error('the second half failed');
  });
  await expect(failing).rejects.toThrow('the second half failed');
  await expect(write(me, (db) => db.$queryRaw`select 1 / 0`)).rejects.toThrow(/division by zero/);
  expect(await name()).toBe(before);
  expect(await read(me, ownTenants)).toEqual([me.tenantId]);
});

test('a connection that breaks within a transaction fails it, and is not used again', async () => {
  const me = await admin();
  const work = vi.fn(async (db: ReadDb) => {
    await cut(db);
    return ownTenants(db);
  });
  const error = await read(me, work).catch((thrown: unknown) => thrown);
  expect(toAppError(error, calling)).toMatchObject({ code: expect.stringMatching(/UNAVAILABLE|INTERNAL/) });
  // Broken between its last query and the commit: nothing is reported as done.
  await expect(write(me, (db) => cut(db))).rejects.toThrow();
  expect(await read(me, ownTenants)).toEqual([me.tenantId]);
});

test('what a transaction leaves behind is unknown to the next one on its connection', async () => {
  const me = await admin();
  await read(me, (db) => db.$queryRaw`select set_config('app.user_id', ${me.userId}, true)`);
  const left = await pool().query(
    `select current_user::text as role, current_setting('app.user_id', true) as user, current_setting('statement_timeout') as timeout`,
  );
  expect(left.rows).toEqual([{ role: 'oriel_app', user: '', timeout: '0' }]);
});

test('a request that gets no connection is told so, and a database that is away is not a fault of the portal', async () => {
  const me = await admin();
  const held = await Promise.all(Array.from({ length: 10 }, () => pool().connect()));
  const waiting = [read(me, ownTenants), identifySession('01900000-0000-7000-8000-000000000000')];
  const errors = await Promise.all(waiting.map((each) => each.catch((thrown: unknown) => thrown)));
  for (const connection of held) connection.release();
  expect(errors.map((error) => toAppError(error, calling).code)).toEqual(['UNAVAILABLE', 'UNAVAILABLE']);
  expect(await read(me, ownTenants)).toEqual([me.tenantId]);
});
