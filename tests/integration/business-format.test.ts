import { describe, expect, it } from 'vitest';
import { leftOutTables, takenTables } from '@/lib/exports/business/format';
import { testDatabase } from '@/tests/support/database/database';
import { tablesOf } from '@/tests/support/fixtures/business-exports';
import { databaseColumns, isNumber, tablesText, unitOf } from '@/tests/support/source/archive-tables';

const { owner } = await testDatabase();
const columns = await databaseColumns(owner);
const taken = columns.filter(({ table, derived }) => !derived && takenTables.some((name) => name === table));

describe('the layout of the archive of a business', () => {
  it('decides on every table of the database: taken, or left out with a reason', async () => {
    const known = (await tablesOf(owner)).filter((name) => name !== '_prisma_migrations');
    const left = Object.keys(leftOutTables).filter((name) => name !== '_prisma_migrations');
    expect([...takenTables, ...left].sort()).toEqual(known);
  });

  it('lets the role of the export read exactly the columns that are taken', async () => {
    const { rows } = await owner.query<{ held: string }>(
      `select c.relname || '.' || a.attname as held from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
         and has_column_privilege('oriel_exporter', c.oid, a.attnum, 'select') order by 1`,
    );
    const named = taken.map(({ table, name }) => `${table}.${name}`).filter((name) => name !== 'mails.job');
    expect(rows.map(({ held }) => held).sort()).toEqual(named.sort());
  });

  it('knows the unit of every number', () => {
    const without = taken.filter(({ table, name, type }) => isNumber(type) && unitOf(table, name) === undefined);
    expect(without.map(({ table, name }) => `${table}.${name}`)).toEqual([]);
  });

  it('is documented, column by column', async () => {
    // npm run archive-tables writes it.
    await expect(await tablesText(owner)).toMatchFileSnapshot('../../docs/tenant-export-tables.md');
  });
});
