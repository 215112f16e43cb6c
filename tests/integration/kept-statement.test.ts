import { beforeEach, expect, test } from 'vitest';
import { readAsLogin } from '@/lib/authz/scope';
import { pool } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { env } from '@/lib/env';
import { testDatabase } from '@/tests/support/database/database';
import { createAdmin, createTenant } from '@/tests/support/factories/identity';

const { owner } = await testDatabase();
const { id, email } = await createAdmin(owner, await createTenant(owner));

const emailOf = (user: string) =>
  readAsLogin<{ email: string }>(
    Prisma.sql`select u.email, 'identified' as mark from users u where u.id = ${user}::uuid`,
  );
const plansOf = async () => {
  const { rows } = await pool().query(
    `select statement from pg_prepared_statements where statement like '%identified%'`,
  );
  return rows.length;
};

/** What the process knows of its connections, which all begin anew. */
const known = globalThis as typeof globalThis & { orielPlans: { of: WeakMap<object, unknown>; areKept: boolean } };
beforeEach(async () => {
  Object.assign(known.orielPlans, { of: new WeakMap(), areKept: true });
  await pool().query('deallocate all');
});

test('a connection plans the statement of an identification once, for all values', async () => {
  expect(await emailOf(id)).toEqual([{ email, mark: 'identified' }]);
  expect(await emailOf('00000000-0000-7000-8000-000000000000')).toEqual([]);
  expect(await plansOf()).toBe(1);
});

test('a value that is no literal of its type is refused, and the next call is answered', async () => {
  await expect(emailOf("'; drop table users; --")).rejects.toThrow(/invalid input syntax for type uuid/);
  expect(await emailOf(id)).toHaveLength(1);
});

test('behind a pooler that hands connections round, the statement is answered without a plan, from then on', async () => {
  await emailOf(id);
  // Another server's connection stands behind the same one of the pool.
  await pool().query('deallocate all');
  expect(await emailOf(id)).toEqual([{ email, mark: 'identified' }]);
  expect(known.orielPlans.areKept).toBe(false);
  expect(await emailOf(id)).toHaveLength(1);
  expect(await plansOf()).toBe(0);
});

test('behind one that the address names, none is planned', async () => {
  const settings = env();
  const { appDatabaseUrl } = settings;
  settings.appDatabaseUrl = `${appDatabaseUrl}?pgbouncer=true`;
  expect(await emailOf(id)).toEqual([{ email, mark: 'identified' }]);
  settings.appDatabaseUrl = appDatabaseUrl;
  expect(await plansOf()).toBe(0);
});
