import { v7 as uuidv7 } from 'uuid';
import { Prisma } from '@/lib/db/generated/client';
import type { WriteDb } from '@/lib/db/handles';
import type { Table } from '@/lib/imports/records/queries';
import type { Data, Planned, Use, Writing } from '@/lib/imports/records/rule';

const raw = Prisma.raw;

/** The definition of a set of records in a statement: `id uuid, name text, …`. */
const defined = (columns: Table['columns'], more: Record<string, string> = {}) =>
  raw(
    Object.entries({ id: 'uuid', ...columns, ...more })
      .map(([name, type]) => `${name} ${type}`)
      .join(', '),
  );

/** Inserts records in one statement, through the wall as the admin. */
export async function insertRows(
  db: WriteDb,
  table: Table,
  planned: readonly Planned[],
  { actor, stamp }: Writing,
): Promise<void> {
  if (planned.length === 0) return;
  const names = Object.keys(table.columns);
  const rows = JSON.stringify(planned.map(({ id, data }) => ({ ...data, id })));
  await db.$executeRaw`
    insert into ${raw(table.name)} (id, tenant_id, ${raw(names.join(', '))}, created_at, updated_at)
    select r.id, ${actor.tenantId}::uuid, ${raw(names.map((name) => `r.${name}`).join(', '))}, ${stamp}::timestamptz, ${stamp}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as r (${defined(table.columns)})`;
}

/** Updates the changeable columns of records in one statement, `updated_at` included. */
export async function updateRows(
  db: WriteDb,
  { name, columns }: Table,
  changeable: readonly string[],
  rows: readonly (Data & { id: string })[],
): Promise<void> {
  if (rows.length === 0) return;
  const set = [...changeable, 'updated_at'].map((column) => `${column} = r.${column}`).join(', ');
  await db.$executeRaw`
    update ${raw(name)} t set ${raw(set)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (${defined(columns, { updated_at: 'timestamptz' })}) where t.id = r.id`;
}

/** Notes what an import created and changed, so that a second run finds it and it can be taken back. */
export async function noteRecords(
  db: WriteDb,
  planned: readonly Planned[],
  { importId, kind, actor }: Writing,
): Promise<void> {
  const rows = planned
    .filter(({ action }) => action !== 'same')
    .map(({ id, key, before }) => ({ id: uuidv7(), record: id, key, is_new: before === null, before }));
  if (rows.length === 0) return;
  await db.$executeRaw`
    insert into import_records (id, tenant_id, import_id, kind, external_key, record_id, is_new, before)
    select r.id, ${actor.tenantId}::uuid, ${importId}::uuid, ${kind}, r.key, r.record, r.is_new, r.before
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, record uuid, key text, is_new boolean, before jsonb)`;
}

/** Records of another table that stand against the removal: by the column that names the record. */
export type Referrer = { what: string; table: string; column: string };

const written = (importId: string) =>
  Prisma.sql`select record_id from import_records where import_id = ${importId}::uuid and is_new`;

/** What refers to the records that an import created, and how many of its records were changed since. */
export async function usesOf(
  db: WriteDb,
  table: Table | null,
  referrers: readonly Referrer[],
  { importId, stamp }: Writing,
): Promise<Use[]> {
  const counted = referrers.map(
    ({ what, table: other, column }) => Prisma.sql`
      select ${what} as what, count(*)::int as count from ${raw(other)} where ${raw(column)} in (${written(importId)})`,
  );
  const changed = table
    ? [
        Prisma.sql`select 'changed' as what, count(*)::int as count from import_records r left join ${raw(table.name)} t on t.id = r.record_id
          where r.import_id = ${importId}::uuid and t.updated_at is distinct from ${stamp}::timestamptz`,
      ]
    : [];
  const all = [...counted, ...changed];
  if (all.length === 0) return [];
  const rows = await db.$queryRaw<Use[]>(Prisma.join(all, ' union all '));
  return rows.filter(({ count }) => count > 0);
}

/** Removes the records that an import created, and writes those that it changed as they were before. */
export async function takeBack(
  db: WriteDb,
  table: Table,
  changeable: readonly string[],
  { importId }: Writing,
): Promise<void> {
  await db.$executeRaw`delete from ${raw(table.name)} where id in (${written(importId)})`;
  const changed = await db.importRecord.findMany({
    where: { importId, isNew: false },
    select: { recordId: true, before: true },
  });
  // Written by noteRecords.
  await updateRows(
    db,
    table,
    changeable,
    changed.map(({ recordId, before }) => ({ ...(before as Data), id: recordId })),
  );
  await forgetRecords(db, importId);
}

/** Forgets what an import wrote. */
export async function forgetRecords(db: WriteDb, importId: string): Promise<void> {
  await db.importRecord.deleteMany({ where: { importId } });
}
