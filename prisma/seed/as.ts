import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/lib/db/generated/client';
import type { WriteDb } from '@/lib/db/handles';

/** In whose name something is written. */
export type Identity = {
  role: 'oriel_client' | 'oriel_staff' | 'oriel_admin' | 'oriel_platform' | 'oriel_login';
  userId?: string;
  clientId?: string;
  tenantId?: string;
};

/** Runs `work` in the role and identity given, inside the one transaction of the seed. */
export type As = <T>(identity: Identity, work: (db: WriteDb) => Promise<T>) => Promise<T>;

const planting = 0x7365_6564; // advisory lock: two seeds at once take turns
const limit = 120_000;

/**
 * One transaction in which many people act, one after the other: all of the demo data is there or none of it.
 * lib/authz/scope.ts cannot do this, as the people of a past that never happened have no session to prove themselves with.
 */
export async function inOneTransaction<T>(appDatabaseUrl: string, work: (as: As) => Promise<T>): Promise<T> {
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: appDatabaseUrl, max: 1 }) });
  try {
    return await prisma.$transaction(
      async (db) => {
        await db.$executeRaw`select pg_advisory_xact_lock(${planting})`;
        return work(async (identity, act) => {
          await take(db, identity);
          return act(db);
        });
      },
      { maxWait: 10_000, timeout: limit },
    );
  } finally {
    await prisma.$disconnect();
  }
}

async function take(db: WriteDb, { role, userId = '', clientId = '', tenantId = '' }: Identity): Promise<void> {
  await db.$queryRaw`select set_config('role', ${role}, true), set_config('app.user_id', ${userId}, true),
    set_config('app.client_id', ${clientId}, true), set_config('app.tenant_id', ${tenantId}, true)`;
}
