import pg from 'pg';
import type { Actor, GuestActor, JobActor, ReadingActor, UserType } from '@/lib/authz/actor';
import { pool, prisma } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import { queryKept } from '@/lib/db/kept-statement';
import { beginningWith } from '@/lib/db/transaction-adapter';
import { AppError } from '@/lib/errors';

const roleOf: Record<UserType, string> = {
  client: 'oriel_client',
  staff: 'oriel_staff',
  admin: 'oriel_admin',
  super_admin: 'oriel_platform',
};

/** Milliseconds. A longer statement lacks an index; an idle transaction holds a connection needlessly. */
const limits = { statement: '5000', idle: '5000', transaction: 10_000, wait: 5_000 };

/** Milliseconds of the longest transaction: of a worker, for which no request waits. */
export const longTransaction = 120_000;

/**
 * Runs `work` in one read-only transaction with one snapshot, in the role and identity of the actor: PostgreSQL limits the
 * rows and columns. Errors of `work` pass through. Do no mail, HTTP or file work inside.
 */
export function read<T>(actor: ReadingActor | GuestActor | JobActor, work: (db: ReadDb) => Promise<T>): Promise<T> {
  return transaction({ ...scopeOf(actor), readOnly: true }, work);
}

/**
 * Runs `work` in one transaction in the role and identity of the actor. An error in `work` rolls it back, except a refusal that
 * `commits` its own event. `most` is the time limit of the transaction in milliseconds.
 */
export async function write<T>(
  actor: Actor | JobActor,
  work: (db: WriteDb) => Promise<T>,
  most: number = limits.transaction,
): Promise<T> {
  const { kind }: { kind: string } = actor.via;
  // The types exclude read-only actors; where a cast evades them, PostgreSQL still refuses the write.
  const scope = { ...scopeOf(actor), readOnly: kind === 'on_behalf' };
  const settled = async (db: WriteDb) => {
    try {
      return { result: await work(db) };
    } catch (error) {
      if (error instanceof AppError && error.commits) return { refusal: error };
      throw error;
    }
  };
  const done = await transaction(scope, settled, most);
  if ('refusal' in done) throw done.refusal;
  return done.result;
}

/** Milliseconds of the transaction that reads a whole business, and of one of its statements, which sort large tables. */
const snapshot = { transaction: 3_600_000, statement: '300000' };

/**
 * Runs `work` in one read-only transaction with one snapshot, in the role that reads the whole business of a job and nothing that
 * opens an account: for the archive that a business takes along. Write no more than the spool inside.
 */
export function readBusiness<T>({ tenantId }: JobActor, work: (db: ReadDb) => Promise<T>): Promise<T> {
  const scope = { role: 'oriel_exporter', userId: '', clientId: '', tenantId: tenantId ?? '', readOnly: true };
  return transaction({ ...scope, statement: snapshot.statement }, work, snapshot.transaction);
}

/** Runs `work` in one transaction of a guest, who may add to the log of the pass and to the audit trail. */
export function writeAsGuest<T>(guest: GuestActor, work: (db: WriteDb) => Promise<T>): Promise<T> {
  return transaction({ ...scopeOf(guest), readOnly: false }, work);
}

/** Runs `work` in one transaction of the sign-in role: credentials, sessions, tokens and links. For lib/auth only. */
export function asLogin<T>(work: (db: WriteDb) => Promise<T>): Promise<T> {
  return transaction({ ...login, readOnly: false }, work);
}

/**
 * The rows of one statement of the sign-in role, in one round trip: for identification, which every request makes. Throws
 * UNAVAILABLE when the database does not answer. For lib/auth only.
 */
export async function readAsLogin<Row extends pg.QueryResultRow>(statement: Prisma.Sql): Promise<Row[]> {
  try {
    return await queryKept<Row>(pool(), settingsOf(login), statement);
  } catch (error) {
    throw error instanceof pg.DatabaseError ? error : new AppError('UNAVAILABLE', { cause: error });
  }
}

/** Runs `work` in one read-only transaction of the anonymous role, which can read open showcases only. */
export function readAsVisitor<T>(work: (db: ReadDb) => Promise<T>): Promise<T> {
  return transaction({ role: 'oriel_public', userId: '', clientId: '', tenantId: '', readOnly: true }, work);
}

const login = { role: 'oriel_login', userId: '', clientId: '', tenantId: '' };

type Scope = {
  role: string;
  userId: string;
  clientId: string;
  tenantId: string;
  guestId?: string;
  readOnly: boolean;
  /** Milliseconds of a statement and of a pause between two; `limits` unless named. */
  statement?: string;
};

function scopeOf(actor: ReadingActor | GuestActor | JobActor): Omit<Scope, 'readOnly'> {
  if ('guestId' in actor) {
    const { guestId, clientId, tenantId } = actor;
    return { role: 'oriel_guest', userId: '', clientId, tenantId, guestId };
  }
  if (!('userType' in actor)) return { role: 'oriel_worker', userId: '', clientId: '', tenantId: actor.tenantId ?? '' };
  return {
    role: roleOf[actor.userType],
    userId: actor.userId,
    clientId: actor.userType === 'client' ? actor.clientId : '',
    tenantId: actor.userType === 'super_admin' ? '' : actor.tenantId,
  };
}

function transaction<T>(scope: Scope, work: (db: WriteDb) => Promise<T>, most = limits.transaction): Promise<T> {
  const transactions = { maxWait: limits.wait, timeout: most };
  return beginningWith(beginOf(scope, most), () => prisma.$transaction(work, transactions));
}

/** The statements that begin a transaction in a scope. */
function beginOf({ readOnly, ...scope }: Scope, most: number): string {
  // A reader needs one snapshot for all its queries; a writer must see the commits of the writer before it.
  const mode = readOnly ? 'isolation level repeatable read read only' : 'read write';
  return `begin ${mode}; ${settingsOf(scope)}${most > limits.transaction ? `; ${patienceOf(most)}` : ''}`;
}

/**
 * Lets a transaction of the application's login take longer than its role allows. The limit is of PostgreSQL 17, whose running clock
 * takes a new time only after none.
 */
function patienceOf(milliseconds: number): string {
  const set = (value: string) => `set_config(name, '${value}', true)`;
  return `select ${set('0')}, ${set(String(milliseconds))} from pg_settings where name = 'transaction_timeout'`;
}

/** The statement that takes the role and identity of a scope until the end of the transaction. */
function settingsOf({ role, userId, clientId, tenantId, guestId, statement }: Omit<Scope, 'readOnly'>): string {
  const settings = {
    role,
    'app.user_id': userId,
    'app.client_id': clientId,
    'app.tenant_id': tenantId,
    ...(guestId === undefined ? {} : { 'app.guest_id': guestId }),
    // UTC, because Prisma's adapter drops the offset of an instant in both directions; another zone would shift all of them.
    TimeZone: 'UTC',
    statement_timeout: statement ?? limits.statement,
    idle_in_transaction_session_timeout: statement ?? limits.idle,
  };
  const set = Object.entries(settings).map(
    ([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`,
  );
  return `select ${set.join(', ')}`;
}
