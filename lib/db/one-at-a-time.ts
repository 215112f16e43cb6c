import type { SqlDriverAdapter, SqlQuery, Transaction } from '@prisma/driver-adapter-utils';
import pLimit from 'p-limit';

/**
 * Makes the transactions of a connected adapter send one query at a time. Prisma asks for the relations of a record all at
 * once, and a transaction has one connection: `pg` queues them with a warning, and from version 9 on refuses.
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
