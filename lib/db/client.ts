import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { PrismaClient } from '@/lib/db/generated/client';
import { transactionAdapter } from '@/lib/db/transaction-adapter';
import { env } from '@/lib/env';

const connections = 10;
/** Milliseconds until a request gives up waiting for a connection; Prisma's own limit (lib/authz/scope.ts) comes before. */
const patience = 6_000;

type Kept = { orielPool?: pg.Pool; orielPrisma?: PrismaClient };
// The development server reloads modules within one process; without the global, every reload would open another pool.
const kept = globalThis as typeof globalThis & Kept;

/**
 * The pool of the portal's process, shared with the Prisma client. Settings are read at its first use, so that importing this file
 * needs no database.
 */
export function pool(): pg.Pool {
  if (!kept.orielPool) {
    kept.orielPool = new pg.Pool({
      connectionString: env().appDatabaseUrl,
      max: connections,
      connectionTimeoutMillis: patience,
    });
    kept.orielPool.on('error', () => {}); // a connection that broke while idle: the pool opens another one
  }
  return kept.orielPool;
}

const adapter: SqlDriverAdapterFactory = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  connect: async () => {
    const shared = pool();
    const connected = await transactionAdapter(shared);
    connected.dispose = async () => {
      delete kept.orielPool;
      await shared.end();
    };
    return connected;
  },
};

/**
 * The Prisma client, logged in as `oriel_app`, which has no rights until it takes a role (lib/authz/scope.ts). Errors omit query arguments, because errors are logged.
 */
export const prisma = kept.orielPrisma ?? new PrismaClient({ adapter, errorFormat: 'minimal' });
kept.orielPrisma = prisma;
