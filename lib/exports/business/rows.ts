import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { leftOutColumns, type TakenColumn, type takenTables, trailName } from '@/lib/exports/business/format';

export type TakenTable = (typeof takenTables)[number];

/** Rows that are fetched at once: a few megabytes at most. */
const batch = 500;

/** The columns of a table that are taken, in their order, from the catalog of the database. */
export async function columnsOf(db: Pick<ReadDb, '$queryRaw'>, table: TakenTable): Promise<TakenColumn[]> {
  const columns = await db.$queryRaw<TakenColumn[]>`
    select attname::text as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = to_regclass(${table}) and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`;
  return columns.filter(({ name }) => leftOutColumns[table]?.[name] === undefined);
}

/** The rows of a table as lines of JSON in the order of its key. PostgreSQL writes them, so that no number or instant is rounded. */
export async function* linesOf(db: ReadDb, table: TakenTable, columns: readonly TakenColumn[]) {
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const rows = `select row_to_json(r)::text as line from (select ${names} from ${table} ${await orderOf(db, table)}) r`;
  yield* fetched(db, rows);
}

/** The stored files of the business as lines of JSON: the key of each, its fingerprint in hexadecimal, and its name. */
export function filesOf(db: ReadDb): AsyncGenerator<string, void, undefined> {
  return fetched(
    db,
    `select row_to_json(r)::text as line from (
       select storage_key as key, encode(sha256, 'hex') as sha256, file_name as name from stored_files where status = 'stored'
       union all select storage_key, encode(sha256, 'hex'), '${trailName("' || number || '")}' from audit_archives where sealed_at is not null
       order by key) r`,
  );
}

/**
 * What proves that nothing is missing at the end of the chains of the transaction's tenant: the SHA-256 over the hashes of the last entry of each account in the order
 * of their ids, and the place and hash of the last link of the audit trail.
 */
export async function chainsOf(db: Pick<ReadDb, '$queryRaw'>): Promise<Chains> {
  const [row] = await db.$queryRaw<{ ledger: string; position: number | null; hash: string | null }[]>`
    select (select encode(sha256(coalesce(string_agg(hash, ''::bytea order by party_id), ''::bytea)), 'hex') from (
        select distinct on (party_id) party_id, hash from ledger_entries where tenant_id = app_tenant()
        order by party_id, posting_number desc) last) as ledger,
      (select max(position) from audit_links where tenant_id = app_tenant()) as position,
      (select encode(hash, 'hex') from audit_links where tenant_id = app_tenant() order by position desc nulls last limit 1) as hash`;
  if (!row) throw new Error('a statement without a row');
  return { ledger: row.ledger, audit: { position: row.position ?? 0, hash: row.hash ?? '' } };
}

export type Chains = { ledger: string; audit: { position: number; hash: string } };

/** The key of a table as the order of its rows, so that the same rows give the same file. */
async function orderOf(db: ReadDb, table: TakenTable): Promise<string> {
  const [key] = await db.$queryRaw<{ columns: string | null }[]>`
    select string_agg(quote_ident(a.attname), ', ' order by k.place) as columns
    from pg_index i, unnest(i.indkey) with ordinality k (attnum, place)
    join pg_attribute a on a.attrelid = to_regclass(${table}) and a.attnum = k.attnum
    where i.indrelid = to_regclass(${table}) and i.indisprimary`;
  return key?.columns ? `order by ${key.columns}` : '';
}

/** The lines of a statement through a cursor, so that memory holds `batch` of them. One at a time in a transaction. */
async function* fetched(db: ReadDb, sql: string): AsyncGenerator<string, void, undefined> {
  await db.$queryRaw(Prisma.raw(`declare taken no scroll cursor for ${sql}`));
  for (let count = batch; count === batch; ) {
    const rows = await db.$queryRaw<{ line: string }[]>(Prisma.raw(`fetch ${batch} from taken`));
    for (const { line } of rows) yield line;
    count = rows.length;
  }
  await db.$queryRaw(Prisma.raw('close taken'));
}
