import type pg from 'pg';

/** A compound without a blank, as German has them; a name of 200 letters is made of it. */
const compound = 'Donaudampfschifffahrtsgesellschaftskapitän';

/**
 * Gives every name, title and caption of the database 200 letters without a blank; returns their columns. Triggers are switched
 * off, because some names are never to change; the database must be the test file's own.
 */
export async function writeLongNames(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ table: string; column: string }>(
    `select c.table_name as "table", c.column_name as "column" from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
       and c.data_type in ('text', 'character varying') and c.table_name not like '\\_%'
       and c.column_name ~ '(^|_)(name|title|caption)$'
     order by 1, 2`,
  );
  for (const { table, column } of rows) {
    await owner.query(`alter table "${table}" disable trigger user`);
    // The last letters differ, because some names are unique.
    await owner.query(
      `update "${table}" t set "${column}" = left(repeat($1, 6), 194) || translate(lpad(n::text, 6, '0'), '0123456789', 'abcdefghij')
       from (select ctid, row_number() over () n from "${table}") numbered
       where t.ctid = numbered.ctid and t."${column}" is not null`,
      [compound],
    );
  }
  return rows.map(({ table, column }) => `${table}.${column}`);
}
