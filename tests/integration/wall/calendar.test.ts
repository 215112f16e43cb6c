import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { testDatabase } from '@/tests/support/database/database';
import { createClient, createProject, createSuperAdmin, createTenant } from '@/tests/support/factories/identity';
import { createAuditEntry } from '@/tests/support/factories/money';

const { owner } = await testDatabase();
const migration = 'prisma/migrations/20261129142002_dates_in_calendar/migration.sql';

const { rows: columns } = await owner.query<{ table: string; column: string; type: string }>(
  `select relname as table, attname as column, atttypid::regtype::text as type
   from pg_attribute a join pg_class c on c.oid = attrelid
   where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> '_prisma_migrations' and attnum > 0
     and not attisdropped and atttypid in ('date'::regtype, 'timestamptz'::regtype, 'timestamp'::regtype)
   order by 1, 2`,
);

/** Whether the check of the table accepts a row with this value, and nulls beside it. A check objects by false, not by null. */
async function accepts(table: string, column: string, value: string): Promise<boolean> {
  const { rows } = await owner.query<{ says: string }>(
    `select pg_get_expr(conbin, conrelid) as says from pg_constraint where conrelid = $1::regclass and convalidated and conname = $2`,
    [table, `${table}_in_calendar`],
  );
  if (!rows[0]) throw new Error(`${table} has no check ${table}_in_calendar`);
  const answer = await owner.query(`select ${rows[0].says} as ok from jsonb_populate_record(null::${table}, $1)`, [
    { [column]: value },
  ]);
  return answer.rows[0].ok !== false;
}

test('there are columns to check', () => expect(columns.length).toBeGreaterThan(60));

test.each(columns)('$table, $column: lies in the years 1900 to 2199', async ({ table, column, type }) => {
  expect(type).not.toBe('timestamp without time zone');
  const noon = type === 'date' ? '' : 'T12:00:00Z';
  for (const day of ['1900-01-01', '2026-06-01', '2199-12-31'])
    expect(await accepts(table, column, `${day}${noon}`)).toBe(true);
  for (const day of ['0999-06-01', '1899-12-31', '2200-01-01', '9999-12-31'])
    expect(await accepts(table, column, `${day}${noon}`)).toBe(false);
  for (const end of ['infinity', '-infinity']) expect(await accepts(table, column, end)).toBe(false);
});

test('the migration moves what lies outside to the nearest end, also where updates are refused', async () => {
  const { rows } = await owner.query(
    `select conrelid::regclass as table, conname as name from pg_constraint where conname like '%\\_in\\_calendar'`,
  );
  for (const { table, name } of rows) await owner.query(`alter table ${table} drop constraint ${name}`);
  const client = await createClient(owner, await createTenant(owner));
  const project = await createProject(owner, client, { startsOn: '0999-06-01', endsOn: '9999-12-31' });
  const line = await createAuditEntry(
    owner,
    { ...(await createSuperAdmin(owner)), tenantId: null },
    { createdAt: new Date('0999-06-01T00:00:00Z') },
  );

  const triggers = `select tgname, tgenabled from pg_trigger where not tgisinternal order by 1`;
  const before = await owner.query(triggers);
  await owner.query(await readFile(migration, 'utf8'));
  const moved = await owner.query(
    `select starts_on::text, ends_on::text, (select created_at from audit_entries where id = $2) as said_at from projects where id = $1`,
    [project.id, line.id],
  );
  expect(moved.rows).toEqual([
    { starts_on: '1900-01-01', ends_on: '2199-12-31', said_at: new Date('1900-01-01T00:00:00Z') },
  ]);
  await expect(owner.query('delete from audit_entries')).rejects.toThrow(/append-only/);
  expect((await owner.query(triggers)).rows).toEqual(before.rows);
  expect(
    (
      await owner.query(`select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
    and relname <> '_prisma_migrations' and not relrowsecurity`)
    ).rows,
  ).toEqual([]);
});
