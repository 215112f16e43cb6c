import { describe, expect, it } from 'vitest';
import { erasureParts, fates, partsOf } from '@/lib/users/erasure/rule';
import { testDatabase } from '@/tests/support/database/database';
import { impersonal } from '@/tests/support/erasure/impersonal';

const { owner } = await testDatabase();

const { rows: parts } = await owner.query<{ part: string; of_table: string; does: string; columns: string[] }>(
  'select part, of_table, does, columns from erasure_parts()',
);
const decided = parts.flatMap(({ of_table, columns }) => columns.map((column) => `${of_table}.${column}`));
const left = Object.values(impersonal).flatMap((tables) =>
  Object.entries(tables).flatMap(([table, columns]) => columns.split(' ').map((column) => `${table}.${column}`)),
);

/** Columns that can hold personal data: text and JSON of any kind, and every reference to a person. */
const candidates = `
  select format('%s.%s', c.relname, a.attname) as name
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> '_prisma_migrations' and (
    a.atttypid in ('text'::regtype, 'varchar'::regtype, 'bpchar'::regtype, 'json'::regtype, 'jsonb'::regtype, 'tsvector'::regtype, 'inet'::regtype)
    or a.attname ~ '(^|_)(user|actor|author|assignee|by)_id$'
    or exists (select from pg_constraint k join pg_attribute p on p.attrelid = k.confrelid and p.attname = 'id'
      where k.contype = 'f' and k.conrelid = c.oid and k.confrelid = 'users'::regclass
        and k.confkey[array_position(k.conkey, a.attnum)] = p.attnum))`;

describe('the erasure of a person', () => {
  it('has a decision about every column that can hold something of a person', async () => {
    const { rows } = await owner.query<{ name: string }>(candidates);
    const known = new Set([...decided, ...left]);
    expect(rows.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
  });

  it('finds a new column without a decision', async () => {
    await owner.query(`begin; alter table photos add column nickname text, add column praised_by_id uuid`);
    const { rows } = await owner.query<{ name: string }>(candidates);
    await owner.query('rollback');
    const known = new Set([...decided, ...left]);
    expect(rows.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([
      'photos.nickname',
      'photos.praised_by_id',
    ]);
  });

  it('decides about columns that exist, and once only', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select format('%s.%s', table_name, column_name) as name from information_schema.columns where table_schema = 'public'`,
    );
    const existing = new Set(rows.map(({ name }) => name));
    expect([...decided, ...left].filter((name) => !existing.has(name))).toEqual([]);
    expect(left.filter((name) => decided.includes(name) || left.indexOf(name) !== left.lastIndexOf(name))).toEqual([]);
  });

  it('tells the parts of the wall, each under the heading of what it does', () => {
    expect([...new Set(parts.map(({ part }) => part))].sort()).toEqual([...erasureParts].sort());
    const told = (fate: (typeof fates)[number]) => new Set([...partsOf('client', fate), ...partsOf('staff', fate)]);
    for (const fate of fates)
      expect([...told(fate)].sort()).toEqual(
        [...new Set(parts.filter(({ does }) => does === fate).map(({ part }) => part))].sort(),
      );
  });
});
