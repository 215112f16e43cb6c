import type { SqlDriverAdapter, SqlQuery, Transaction } from '@prisma/driver-adapter-utils';
import pLimit from 'p-limit';

/**
 * Serialises the queries of an adapter's transactions. Prisma loads relations concurrently, but a transaction has one
 * connection: `pg` 8 queues concurrent queries with a warning, `pg` 9 rejects them.
 */
export function oneAtATime(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const begin = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (isolation) => queued(await begin(isolation));
  return adapter;
}

function queued(transaction: Transaction): Transaction {
  const inTurn = pLimit(1);
  const [query, execute] = [transaction.queryRaw.bind(transaction), transaction.executeRaw.bind(transaction)];
  transaction.queryRaw = (sql: SqlQuery) => inTurn(query, sql);
  transaction.executeRaw = (sql: SqlQuery) => inTurn(execute, sql);
  return transaction;
}
