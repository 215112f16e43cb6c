import { createHash } from 'node:crypto';
import pg from 'pg';
import { isPooledOutside } from '@/lib/db/app-url';
import type { Prisma } from '@/lib/db/generated/client';

// Next bundles this module more than once, and all copies share one pool: they must also share what its connections keep.
type Kept = { orielPlans?: { of: WeakMap<pg.PoolClient, Set<string>>; areKept: boolean } };
const kept = globalThis as typeof globalThis & Kept;
kept.orielPlans ??= { of: new WeakMap(), areKept: true };
const plans = kept.orielPlans;

/** A plan that is not there, or there already: a pooler gave the connection of somebody else. */
const misplaced = ['26000', '42P05'];

/**
 * The rows of one statement, after others that prepare for it, all in one message and so in one transaction and one round trip. Such a
 * message takes no parameters, so that the values are sent as literals. Each connection keeps the plan of the statement, which costs
 * more than running it, because each policy is planned with it; behind a pooler, which hands connections round, none is kept. Values are
 * texts and bytes, cast in the statement where they are neither.
 */
export async function queryKept<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  before: string,
  statement: Prisma.Sql,
): Promise<Row[]> {
  const isKept = plans.areKept && !isPooledOutside();
  const connection = await pool.connect();
  let isUsable = false;
  try {
    const call = isKept ? keptCall(connection, statement) : literalCall(statement);
    // pg answers several statements with several results, which its types do not say.
    const results = (await connection.query(`${before}; ${call}`)) as unknown as pg.QueryResult<Row>[];
    isUsable = true;
    return results.at(-1)?.rows ?? [];
  } catch (error) {
    if (!isKept || !(error instanceof pg.DatabaseError) || !misplaced.includes(error.code ?? '')) throw error;
    plans.areKept = false;
  } finally {
    // A failed message leaves open what the connection keeps.
    connection.release(!isUsable);
  }
  return queryKept(pool, before, statement);
}

/** The statement by its kept plan, which the first call on a connection makes. */
function keptCall(connection: pg.PoolClient, { text, values }: Prisma.Sql): string {
  const known = plans.of.get(connection) ?? new Set();
  plans.of.set(connection, known);
  const name = `oriel_${createHash('md5').update(text).digest('hex')}`;
  const prepare = known.has(name) ? '' : `prepare ${name} as ${text}; `;
  known.add(name);
  return `${prepare}execute ${name}${values.length > 0 ? ` (${values.map(literalOf).join(', ')})` : ''}`;
}

const literalCall = ({ strings, values }: Prisma.Sql) =>
  strings.reduce((before, part, index) => before + literalOf(values[index - 1]) + part);

function literalOf(value: unknown): string {
  if (value instanceof Uint8Array) return pg.escapeLiteral(`\\x${Buffer.from(value).toString('hex')}`);
  if (typeof value !== 'string') throw new TypeError(`a ${typeof value} has no literal`);
  return pg.escapeLiteral(value);
}
