import type pg from 'pg';
import { attempt, describeOutcome } from '@/tests/integration/wall/acting-as';
import { includes, type Kind } from '@/tests/support/wall/subject';
import { whoSeesWhat } from '@/tests/support/wall/who-sees-what';
import { whoWritesWhat } from '@/tests/support/wall/who-writes-what';
import { fieldName, generated, type TableName } from '@/tests/support/wall/world';

/** A right on a table, or on one of its columns. */
export type Right = ColumnRight | TableRight;
type ColumnRight = { table: TableName; privilege: 'SELECT' | 'INSERT' | 'UPDATE'; column: string };
type TableRight = { table: TableName; privilege: 'DELETE' | 'TRUNCATE' };

/** Whether the oracle gives the kind this right on any row. */
export function mayAtAll(kind: Kind, right: Right): boolean {
  const actions = whoWritesWhat[right.table][kind];
  if (!('column' in right)) return right.privilege === 'DELETE' && actions?.removes !== undefined;
  const column = fieldName(right.column);
  if (right.privilege === 'SELECT') return includes(whoSeesWhat[right.table][kind]?.columns, column);
  return includes((right.privilege === 'INSERT' ? actions?.adds : actions?.changes)?.columns, column);
}

/** A statement that matches no row, so that its outcome depends on the right alone. */
function statement(right: Right): string {
  const { table, privilege } = right;
  if (!('column' in right)) return privilege === 'TRUNCATE' ? `truncate ${table}` : `delete from ${table} where false`;
  const { column } = right;
  if (privilege === 'SELECT') return `select "${column}" from ${table} where false`;
  if (privilege === 'INSERT') return `insert into ${table} ("${column}") select null where false`;
  return `update ${table} set "${column}" = null where false`;
}

/** Tries the right and returns the difference from the oracle, if any. Call it inside `actingAs`. */
export async function rightDifference(owner: pg.Client, kind: Kind, right: Right): Promise<string[]> {
  const outcome = await attempt(owner, statement(right));
  const may = mayAtAll(kind, right);
  if (may ? outcome.done : !outcome.done && outcome.refused) return [];
  return [`${kind}: ${nameOfRight(right)} is ${describeOutcome(outcome)}, and ${may ? 'allowed' : 'not allowed'}`];
}

export const nameOfRight = (right: Right) =>
  'column' in right ? `${right.privilege} (${right.column}) on ${right.table}` : `${right.privilege} on ${right.table}`;

/** Every possible right, from the catalog. */
export async function everyRight(owner: pg.Client): Promise<Right[]> {
  const { rows } = await owner.query<{ table: TableName; column: string }>(
    `select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations'
       and a.attnum > 0 and not a.attisdropped order by 1, a.attnum`,
  );
  const byColumn = (['SELECT', 'INSERT', 'UPDATE'] as const).flatMap((privilege) =>
    rows
      .filter(({ column }) => privilege === 'SELECT' || !generated.includes(fieldName(column)))
      .map((row): Right => ({ ...row, privilege })),
  );
  const names = [...new Set(rows.map(({ table }) => table))];
  const byTable = (['DELETE', 'TRUNCATE'] as const).flatMap((privilege) =>
    names.map((table): Right => ({ table, privilege })),
  );
  return [...byColumn, ...byTable];
}
