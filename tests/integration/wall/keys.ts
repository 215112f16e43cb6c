import type pg from 'pg';
import { fieldName, type TableName } from '@/tests/support/wall/world';

/** A foreign key, with Prisma's names: `pairs` maps columns of the child to columns of the parent. */
export type Key = { name: string; child: TableName; parent: TableName; pairs: [string, string][]; always: boolean };

/** Every foreign key. `always`: none of its columns is nullable, so it is checked for every row. */
export async function everyKey(owner: pg.Client): Promise<Key[]> {
  const { rows } = await owner.query<Key>(
    `select conname as name, conrelid::regclass::text as child, confrelid::regclass::text as parent,
       array(select array[c.attname::text, p.attname::text] from unnest(conkey, confkey) with ordinality as k (child, parent, place)
         join pg_attribute c on c.attrelid = conrelid and c.attnum = k.child
         join pg_attribute p on p.attrelid = confrelid and p.attnum = k.parent order by place) as pairs,
       (select bool_and(attnotnull) from pg_attribute where attrelid = conrelid and attnum = any(conkey)) as always
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 2, 1`,
  );
  return rows.map((key) => ({ ...key, pairs: key.pairs.map(([of, to]) => [fieldName(of), fieldName(to)]) }));
}

/** The columns with the tenant and the client of a row. */
export const tenantColumn = (table: TableName) => (table === 'tenants' ? 'id' : 'tenantId');
export const clientColumn = (table: TableName) =>
  table === 'clients' ? 'id' : table === 'ledger_entries' ? 'partyId' : 'clientId';

export const joins = ({ pairs }: Key, of: string, to: string) =>
  pairs.some(([child, parent]) => child === of && parent === to);
