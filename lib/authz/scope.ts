import type { Actor, UserType } from '@/lib/authz/actor';
import { prisma } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb, WriteDb } from '@/lib/db/handles';

const roleOf: Record<UserType, string> = {
  client: 'oriel_client',
  staff: 'oriel_staff',
  admin: 'oriel_admin',
  super_admin: 'oriel_platform',
};

/** Milliseconds. A statement that takes longer is a missing index; a transaction that idles holds a connection for nothing. */
const limits = { statement: '5000', idle: '5000', transaction: 10_000, wait: 5_000 };

/**
 * One read-only transaction with one snapshot, in the role and identity of `who`; PostgreSQL shows it only what that person
 * may see. Errors of `work` pass through. Never do mail, HTTP or file work inside.
 */
export function read<T>(actor: Actor, work: (db: ReadDb) => Promise<T>): Promise<T> {
  return transaction({ ...scopeOf(actor), readOnly: true }, work);
}

/** One transaction in the role and identity of `who`; an error in `work` undoes all of it. */
export function write<T>(actor: Actor, work: (db: WriteDb) => Promise<T>): Promise<T> {
  return transaction({ ...scopeOf(actor), readOnly: false }, work);
}

/** One transaction of the sign-in, before anyone is known: credentials, sessions, tokens and links. For lib/auth and identify. */
export function asLogin<T>(work: (db: WriteDb) => Promise<T>): Promise<T> {
  return transaction({ role: 'oriel_login', userId: '', clientId: '', tenantId: '', readOnly: false }, work);
}

/** One read-only transaction of a visitor whom nobody knows: what open showcases show to everybody. */
export function readAsVisitor<T>(work: (db: ReadDb) => Promise<T>): Promise<T> {
  return transaction({ role: 'oriel_public', userId: '', clientId: '', tenantId: '', readOnly: true }, work);
}

/** One transaction of a background job, across all businesses; the wall lets it clear up and nothing else. */
export function asWorker<T>(work: (db: WriteDb) => Promise<T>): Promise<T> {
  return transaction({ role: 'oriel_worker', userId: '', clientId: '', tenantId: '', readOnly: false }, work);
}

type Scope = { role: string; userId: string; clientId: string; tenantId: string; readOnly: boolean };

function scopeOf(actor: Actor) {
  return {
    role: roleOf[actor.userType],
    userId: actor.userId,
    clientId: actor.userType === 'client' ? actor.clientId : '',
    tenantId: actor.userType === 'super_admin' ? '' : actor.tenantId,
  };
}

function transaction<T>(scope: Scope, work: (db: WriteDb) => Promise<T>): Promise<T> {
  return prisma.$transaction(
    async (db) => {
      // UTC, because Prisma's adapter drops the offset of an instant both ways; a database in another zone would shift them all.
      await db.$queryRaw`select set_config('role', ${scope.role}, true), set_config('app.user_id', ${scope.userId}, true),
        set_config('app.client_id', ${scope.clientId}, true), set_config('app.tenant_id', ${scope.tenantId}, true),
        set_config('transaction_read_only', ${scope.readOnly ? 'on' : 'off'}, true), set_config('TimeZone', 'UTC', true),
        set_config('statement_timeout', ${limits.statement}, true),
        set_config('idle_in_transaction_session_timeout', ${limits.idle}, true)`;
      return work(db);
    },
    {
      maxWait: limits.wait,
      timeout: limits.transaction,
      // A reader wants one snapshot for all its queries; a writer must see what the one before it has just committed.
      ...(scope.readOnly ? { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead } : {}),
    },
  );
}
