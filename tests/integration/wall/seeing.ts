import type pg from 'pg';
import { attempt, nameOfMe } from '@/tests/integration/wall/acting-as';
import { includes, type Me, type Rows } from '@/tests/support/wall/subject';
import { whoSeesWhat } from '@/tests/support/wall/who-sees-what';
import {
  type AnyRow,
  keyColumns,
  nameOf,
  renamed,
  sqlName,
  type TableName,
  type World,
} from '@/tests/support/wall/world';

/** The rows of a table that the oracle allows; undefined where the kind has no access to the table. */
export function allowedRows<T extends TableName>(world: World, me: Me, table: T): World[T] | undefined {
  const rule = whoSeesWhat[table][me.kind];
  if (!rule) return undefined;
  // A table's rows and the predicate on them have the same type; TypeScript cannot follow that through the two maps.
  const rows = rule.rows as Rows<T>;
  return world[table].filter((row) => rows(row, me, world)) as World[T];
}

/** The sorted names of the allowed rows; undefined where the kind has no access to the table. */
export const allowedNames = (world: World, me: Me, table: TableName): string[] | undefined =>
  allowedRows(world, me, table)
    ?.map((row) => nameOf(table, row))
    .sort();

/** Differences between the rows that PostgreSQL shows and those that the oracle allows. Call it inside `actingAs`. */
export async function readDifferences(owner: pg.Client, world: World, me: Me, table: TableName): Promise<string[]> {
  const allowed = allowedRows(world, me, table);
  const columns = tellingColumns(me, table);
  const outcome = await attempt(owner, `select ${columns.map(sqlName).join(', ')} from ${table}`);
  const actor = `${nameOfMe(me)} in ${table}`;
  if (!outcome.done) return allowed || !outcome.refused ? [`${actor}: refused with ${outcome.code}`] : [];
  if (!allowed) return [`${actor}: may look, though the table is closed to them`];
  const named = (rows: readonly AnyRow[]) => rows.map((row) => columns.map((column) => String(row[column])).join('/'));
  return listDifferences(actor, named(outcome.rows.map(renamed)), named(allowed));
}

/** The key columns, or all readable columns where the key is not readable; none without access to the table. */
function tellingColumns(me: Me, table: TableName): readonly string[] {
  const readable = whoSeesWhat[table][me.kind]?.columns;
  if (!readable) return [];
  const keys = keyColumns(table);
  if (keys.every((key) => includes(readable, key))) return keys;
  return typeof readable === 'object' && 'only' in readable ? readable.only : keys;
}

/** Compares as multisets: rows shown but not allowed, and rows allowed but not shown. */
export function listDifferences(actor: string, shown: readonly string[], allowed: readonly string[]): string[] {
  const surplus = new Map<string, number>();
  for (const name of shown) surplus.set(name, (surplus.get(name) ?? 0) + 1);
  for (const name of allowed) surplus.set(name, (surplus.get(name) ?? 0) - 1);
  return [...surplus].flatMap(([name, count]) =>
    count === 0
      ? []
      : [`${actor}: ${count > 0 ? 'sees' : 'does not see'} ${name} and ${count > 0 ? 'may not' : 'may'}`],
  );
}
