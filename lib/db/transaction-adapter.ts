import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter, SqlQuery, Transaction } from '@prisma/driver-adapter-utils';
import pLimit from 'p-limit';
import pg from 'pg';
import { isPooledOutside } from '@/lib/db/app-url';

type Kept = { orielBeginning?: AsyncLocalStorage<string>; orielStatements?: Map<string, string> };
// Next bundles this module more than once, and all copies share one Prisma client: they must also share what they tell it.
const kept = globalThis as typeof globalThis & Kept;
kept.orielBeginning ??= new AsyncLocalStorage<string>();
const beginning = kept.orielBeginning;
kept.orielStatements ??= new Map<string, string>();
const names = kept.orielStatements;
/** A plan takes some 50 kB on each of ten connections. */
const mostNames = 200;

/** Runs `work`; the transaction that it starts begins with these statements, sent in one round trip. */
export function beginningWith<T>(statements: string, work: () => Promise<T>): Promise<T> {
  return beginning.run(statements, work);
}

/** An adapter of Prisma whose transactions begin and end with one round trip each; Prisma's own takes two, and one to set the role. */
export async function transactionAdapter(pool: pg.Pool): Promise<SqlDriverAdapter> {
  const adapter = await new PrismaPg(pool).connect();
  const idle: Borrowed[] = [];
  adapter.startTransaction = async () => {
    const borrowed = idle.pop() ?? (await borrowedFrom(pool));
    const transaction = transactionOn(borrowed, () => idle.push(borrowed));
    try {
      await transaction.executeRaw(statement(beginning.getStore() ?? 'begin'));
      return transaction;
    } catch (error) {
      await transaction.rollback();
      throw error;
    }
  };
  return adapter;
}

/** A pool of one connection at a time, borrowed from the portal's pool with the first query and given back at the end. */
class BorrowedConnection extends pg.Pool {
  #connection: pg.PoolClient | undefined;
  #isBroken = false;

  constructor(private readonly lender: pg.Pool) {
    super();
  }

  // The overloads of pg's query cannot be passed on by their types.
  override query = (async (query: pg.QueryConfig) => {
    this.#connection ??= await this.#borrow();
    return this.#connection.query(query);
  }) as unknown as pg.Pool['query'];

  get isBorrowed(): boolean {
    return this.#connection !== undefined;
  }

  /** Gives the connection back; one that cannot be used again is closed. */
  giveBack({ closing }: { closing: boolean }): void {
    this.#connection?.removeListener('error', this.#onError);
    this.#connection?.release(closing || this.#isBroken);
    this.#connection = undefined;
    this.#isBroken = false;
  }

  async #borrow(): Promise<pg.PoolClient> {
    const connection = await this.lender.connect();
    connection.on('error', this.#onError);
    return connection;
  }

  #onError = () => {
    this.#isBroken = true;
  };
}

type Borrowed = { connection: BorrowedConnection; adapter: SqlDriverAdapter };

async function borrowedFrom(pool: pg.Pool): Promise<Borrowed> {
  const connection = new BorrowedConnection(pool);
  return { connection, adapter: await new PrismaPg(connection, { statementNameGenerator: nameOf }).connect() };
}

/**
 * The name under which a connection keeps a statement with its plan. Planning costs more than running most of the portal's
 * statements, because each policy is planned with them. Beyond the limit a statement is planned each time, as without a name: the
 * texts of filters and lists of ids are without number, and every connection keeps its own.
 */
function nameOf({ sql }: SqlQuery): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  // What begins and ends a transaction is several statements in one message, which can have no name; a cursor has its own for each table.
  if (/^(begin|commit|rollback|declare)\b/.test(sql) || names.size >= mostNames || isPooledOutside()) return '';
  // A list of ids has a text of its own for each length.
  if (/ IN \(\$\d+,/.test(sql)) return '';
  const name = `oriel_${names.size}`;
  names.set(sql, name);
  return name;
}

/**
 * A transaction whose statements are sent one after the other. Prisma loads relations concurrently, but a transaction has one
 * connection: `pg` 8 queues concurrent queries with a warning, `pg` 9 rejects them.
 */
function transactionOn({ connection, adapter }: Borrowed, whenDone: () => void): Transaction {
  const inTurn = pLimit(1);
  const execute = (sql: SqlQuery) => inTurn(() => adapter.executeRaw(sql));
  const end = async (sql: string) => {
    let closing = true;
    try {
      // Without a connection there is nothing to end, and asking for one would wait once more.
      if (connection.isBorrowed) await execute(statement(sql));
      closing = false;
    } finally {
      connection.giveBack({ closing });
      whenDone();
    }
  };
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    options: { usePhantomQuery: true }, // Prisma leaves the sending of commit and rollback to the adapter
    queryRaw: (sql) => inTurn(() => adapter.queryRaw(sql)),
    executeRaw: execute,
    commit: () => end('commit'),
    // The error that led to the rollback is the one to tell. A connection that cannot roll back is closed, which does it.
    rollback: () => end('rollback').catch(() => {}),
  };
}

function statement(sql: string): SqlQuery {
  return { sql, args: [], argTypes: [] };
}
