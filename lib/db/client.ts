import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaClient } from '@/lib/db/generated/client';
import { oneAtATime } from '@/lib/db/one-at-a-time';
import { env } from '@/lib/env';

const connections = 10;

// The settings are read when the first query connects, so that importing this file (as a build does) needs no database.
const adapter: SqlDriverAdapterFactory = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  connect: async () =>
    oneAtATime(await new PrismaPg({ connectionString: env().appDatabaseUrl, max: connections }).connect()),
};

// The development server reloads modules but keeps the process: without this every reload would open another pool.
const kept = globalThis as typeof globalThis & { orielPrisma?: PrismaClient };

/**
 * The bare database handle, logged in as `oriel_app`, which may do nothing until a role is taken (lib/authz/scope.ts).
 * Its statements are unnamed, so PgBouncer's transaction mode works. Its errors do not repeat what a query was given: they
 * reach the log.
 */
export const prisma = kept.orielPrisma ?? new PrismaClient({ adapter, errorFormat: 'minimal' });
kept.orielPrisma = prisma;
