import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { asLogin } from '@/lib/authz/scope';
import { prisma } from '@/lib/db/client';
import { env } from '@/lib/env';
import { testDatabase } from '@/tests/support/database/database';
import { createAdmin, createTenant } from '@/tests/support/factories/identity';

const { owner } = await testDatabase();

test('the bare handle is logged in as oriel_app, which may read nothing before it takes a role', async () => {
  expect(await prisma.$queryRaw`select current_user::text as name`).toEqual([{ name: 'oriel_app' }]);
  await expect(prisma.user.findMany()).rejects.toThrow(/permission denied/);
});

/** The names and texts of the statements that the connection of a transaction keeps. */
const kept = (slug: string) =>
  asLogin(async (db) => {
    await db.tenant.findMany({ where: { slug }, select: { id: true } });
    await db.tenant.findMany({ where: { id: { in: [randomUUID(), randomUUID()] } }, select: { id: true } });
    return db.$queryRaw<{ name: string; statement: string }[]>`select name, statement from pg_prepared_statements`;
  });

test('a connection keeps the plan of a statement under a name, once for all values, and of none with a list of ids', async () => {
  await kept('nobody');
  const statements = (await kept('somebody')).map(({ statement }) => statement);
  expect(statements.filter((text) => text.includes('"slug" = $1'))).toHaveLength(1);
  expect(statements.filter((text) => text.includes(' IN ('))).toEqual([]);
});

test('behind a pooler that the address names, no statement gets a name', async () => {
  const settings = env();
  const { appDatabaseUrl } = settings;
  settings.appDatabaseUrl = `${appDatabaseUrl}?pgbouncer=true`;
  const statements = await asLogin(async (db) => {
    await db.tenant.findMany({ where: { accent: '#123456' }, select: { id: true } });
    return db.$queryRaw<{ statement: string }[]>`select statement from pg_prepared_statements`;
  });
  settings.appDatabaseUrl = appDatabaseUrl;
  expect(statements.filter(({ statement }) => statement.includes('accent'))).toEqual([]);
});

test('a transaction sends one query at a time, although Prisma asks for relations all at once', async () => {
  const tenant = await createTenant(owner);
  const { id } = await createAdmin(owner, tenant);
  const busy = new Map<unknown, number>();
  let most = 0;
  const { query } = pg.Client.prototype;
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(async function (
    this: pg.Client,
    ...parameters
  ) {
    busy.set(this, (busy.get(this) ?? 0) + 1);
    most = Math.max(most, busy.get(this) ?? 0);
    // The overloads of pg's query cannot be passed on by their types.
    const answer: unknown = await Reflect.apply(query, this, parameters);
    busy.set(this, (busy.get(this) ?? 0) - 1);
    return answer;
  });
  const found = await prisma.$transaction(async (db) => {
    await db.$queryRaw`select set_config('role', 'oriel_admin', true), set_config('app.user_id', ${id}, true),
      set_config('app.tenant_id', ${tenant.id}, true)`;
    await Promise.all([db.client.count(), db.user.count()]);
    const one = { id: true };
    return db.tenant.findMany({ select: { id: true, users: { select: one }, clients: { select: one } } });
  });
  expect(found).toEqual([{ id: tenant.id, users: [{ id }], clients: [] }]);
  expect(spy.mock.calls.length).toBeGreaterThan(5);
  expect(most).toBe(1);
  spy.mockRestore();
});

test('what would really need the engine of Prisma command line fails instead of pretending', () => {
  const { status, stderr } = spawnSync('prisma/engine-stub/schema-engine', { encoding: 'utf8' });
  expect(status).toBe(97);
  expect(stderr).toContain('npm run migrate');
});
