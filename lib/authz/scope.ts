import type { Actor, JobActor, ReadingActor, UserType } from '@/lib/authz/actor';
import { prisma } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb, WriteDb } from '@/lib/db/handles';

const roleOf: Record<UserType, string> = {
  client: 'oriel_client',
  staff: 'oriel_staff',
  admin: 'oriel_admin',
  super_admin: 'oriel_platform',
};

/** Milliseconds. A longer statement lacks an index; an idle transaction holds a connection needlessly. */
const limits = { statement: '5000', idle: '5000', transaction: 10_000, wait: 5_000 };

/**
 * Runs `work` in one read-only transaction with one snapshot, in the role and identity of the actor: PostgreSQL limits the
 * rows and columns. Errors of `work` pass through. Do no mail, HTTP or file work inside.
 */
export function read<T>(actor: ReadingActor | JobActor, work: (db: ReadDb) => Promise<T>): Promise<T> {
  return transaction({ ...scopeOf(actor), readOnly: true }, work);
}

/** Runs `work` in one transaction in the role and identity of the actor; an error in `work` rolls it back. */
export function write<T>(actor: Actor | JobActor, work: (db: WriteDb) => Promise<T>): Promise<T> {
  const { kind }: { kind: string } = actor.via;
  // The types exclude read-only actors; where a cast evades them, PostgreSQL still refuses the write.
  return transaction({ ...scopeOf(actor), readOnly: kind === 'on_behalf' }, work);
}

/** Runs `work` in one transaction of the sign-in role: credentials, sessions, tokens and links. For lib/auth only. */
export function asLogin<T>(work: (db: WriteDb) => Promise<T>): Promise<T> {
  return transaction({ role: 'oriel_login', userId: '', clientId: '', tenantId: '', readOnly: false }, work);
}

/** Runs `work` in one read-only transaction of the anonymous role, which can read open showcases only. */
export function readAsVisitor<T>(work: (db: ReadDb) => Promise<T>): Promise<T> {
  return transaction({ role: 'oriel_public', userId: '', clientId: '', tenantId: '', readOnly: true }, work);
}

type Scope = { role: string; userId: string; clientId: string; tenantId: string; readOnly: boolean };

function scopeOf(actor: ReadingActor | JobActor): Omit<Scope, 'readOnly'> {
  if (!('userType' in actor)) return { role: 'oriel_worker', userId: '', clientId: '', tenantId: '' };
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
      // UTC, because Prisma's adapter drops the offset of an instant in both directions; another zone would shift all of them.
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
      // A reader needs one snapshot for all its queries; a writer must see the commits of the writer before it.
      ...(scope.readOnly ? { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead } : {}),
    },
  );
}
