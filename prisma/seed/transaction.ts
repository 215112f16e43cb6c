import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/lib/db/generated/client';
import type { WriteDb } from '@/lib/db/handles';

/** The database role and the identity in which rows are written. */
export type Identity = {
  role: `oriel_${'client' | 'staff' | 'admin' | 'platform' | 'login' | 'worker' | 'guest'}`;
  userId?: string;
  clientId?: string;
  tenantId?: string;
  /** The guest pass that is held. */
  guestId?: string;
};

/** Runs `work` in a role and identity, inside the seed's one transaction. */
export type ActAs = <T>(identity: Identity, work: (db: WriteDb) => Promise<T>) => Promise<T>;

const advisoryLock = 0x7365_6564; // makes two seeds at the same time run one after the other
const timeout = 900_000; // milliseconds; a busy machine may need some of them

// Settings of the connection come before those of the role: oriel_app has 30 s for a transaction. The seed always writes into
// the embedded PostgreSQL or one like it, which knows all of them.
const ownTimeouts = [
  `-c transaction_timeout=${timeout}`,
  `-c statement_timeout=${timeout}`,
  `-c idle_in_transaction_session_timeout=${timeout}`,
  `-c lock_timeout=${timeout}`,
].join(' ');

/**
 * Runs `work` in one transaction that changes its role and identity between people, so that either all of the demo data is
 * written or nothing. lib/authz/scope.ts cannot do this: its actors need a session, and it opens a transaction for each.
 */
export async function inOneTransaction<T>(appDatabaseUrl: string, work: (actAs: ActAs) => Promise<T>): Promise<T> {
  const adapter = new PrismaPg({ connectionString: appDatabaseUrl, max: 1, options: ownTimeouts });
  const prisma = new PrismaClient({ adapter });
  try {
    return await prisma.$transaction(
      async (db) => {
        await db.$executeRaw`select pg_advisory_xact_lock(${advisoryLock})`;
        return work(async (identity, act) => {
          await setIdentity(db, identity);
          return act(db);
        });
      },
      { maxWait: 10_000, timeout },
    );
  } finally {
    await prisma.$disconnect();
  }
}

async function setIdentity(db: WriteDb, identity: Identity): Promise<void> {
  const { role, userId = '', clientId = '', tenantId = '', guestId = '' } = identity;
  await db.$queryRaw`select set_config('role', ${role}, true), set_config('app.user_id', ${userId}, true),
    set_config('app.client_id', ${clientId}, true), set_config('app.tenant_id', ${tenantId}, true),
    set_config('app.guest_id', ${guestId}, true)`;
}
