import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaClient } from '@/lib/db/generated/client';
import { oneAtATime } from '@/lib/db/one-at-a-time';
import { env } from '@/lib/env';

const connections = 10;

// Settings are read at the first connection, so that importing this file (as the build does) needs no database.
const adapter: SqlDriverAdapterFactory = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  connect: async () =>
    oneAtATime(await new PrismaPg({ connectionString: env().appDatabaseUrl, max: connections }).connect()),
};

// The development server reloads modules within one process; without the global, every reload would open another pool.
const kept = globalThis as typeof globalThis & { orielPrisma?: PrismaClient };

/**
 * The Prisma client, logged in as `oriel_app`, which has no rights until it takes a role (lib/authz/scope.ts). Statements are
 * unnamed, for PgBouncer's transaction mode. Errors omit query arguments, because errors are logged.
 */
export const prisma = kept.orielPrisma ?? new PrismaClient({ adapter, errorFormat: 'minimal' });
kept.orielPrisma = prisma;
