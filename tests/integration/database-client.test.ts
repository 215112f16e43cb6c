import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { prisma } from '@/lib/db/client';
import { testDatabase } from '@/tests/support/database/database';

await testDatabase();

test('the bare handle is logged in as oriel_app, which may read nothing before it takes a role', async () => {
  expect(await prisma.$queryRaw`select current_user::text as name`).toEqual([{ name: 'oriel_app' }]);
  await expect(prisma.user.findMany()).rejects.toThrow(/permission denied/);
});

test('no statement is prepared under a name, so a pooler in transaction mode may sit in between', async () => {
  const prepared = await prisma.$transaction(async (db) => {
    await db.$queryRaw`select set_config('role', 'oriel_platform', true)`;
    await db.tenant.findMany({ where: { name: 'nobody' }, select: { id: true } });
    return db.$queryRaw`select name from pg_prepared_statements`;
  });
  expect(prepared).toEqual([]);
});

test('what would really need the engine of Prisma command line fails instead of pretending', () => {
  const { status, stderr } = spawnSync('prisma/engine-stub/schema-engine', { encoding: 'utf8' });
  expect(status).toBe(97);
  expect(stderr).toContain('npm run migrate');
});
