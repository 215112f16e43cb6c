import { findPerson, identifyAgain } from '@/lib/auth/identify';
import type { Actor, OnBehalfActor, ReadingActor } from '@/lib/authz/actor';
import { adminUser, anyUser, onBehalfOf } from '@/lib/authz/guards';
import { read } from '@/lib/authz/scope';
import type { ReadDb } from '@/lib/db/handles';
import { AppError } from '@/lib/errors';

/** A set in the order of a unique key. */
export type Pages<Row, Key> = {
  /** Up to `limit` rows after `after` (null: from the beginning), in the order of the key. One seek on an index. */
  page: (db: ReadDb, after: Key | null, limit: number) => Promise<Row[]>;
  keyOf: (row: Row) => Key;
  /** Rows per page, 500 unless named; a page must stay within the time limit of a statement. */
  size?: number;
};

/**
 * Yields the rows of a set that is too large for one statement. Each page is a read-only transaction of its own, closed
 * before its rows are yielded; the next page is read when the consumer asks for it, so a slow consumer holds one page in
 * memory and no connection. Every page is its own snapshot: a row that changes meanwhile appears as it is when its page is
 * read. Before each page the actor is identified anew and passes the guard again. Throws UNAUTHENTICATED once the session or
 * token has ended or the person changed type, tenant or client, FORBIDDEN with the reason once the portal is closed to them.
 */
export async function* stream<Row, Key>(
  actor: ReadingActor,
  { page, keyOf, size = 500 }: Pages<Row, Key>,
): AsyncGenerator<Row, void, undefined> {
  let after: Key | null = null;
  let isFull = true;
  while (isFull) {
    await requireEntry(actor);
    const from: Key | null = after;
    const rows: Row[] = await read(actor, (db) => page(db, from, size));
    yield* rows;
    const last = rows.at(-1);
    isFull = rows.length === size && last !== undefined;
    if (last !== undefined) after = keyOf(last);
  }
}

async function requireEntry(actor: ReadingActor): Promise<void> {
  const now = isOnBehalf(actor) ? await againOnBehalf(actor) : await again(actor);
  if (scopeOf(now) !== scopeOf(actor)) throw new AppError('UNAUTHENTICATED');
}

async function again({ via, origin }: Actor): Promise<Actor> {
  return anyUser({ identity: await identifyAgain(via), origin });
}

async function againOnBehalf({ userId, via: { by }, origin }: OnBehalfActor): Promise<OnBehalfActor> {
  if (by.kind === 'admin') adminUser({ identity: await identifyAgain(by.via), origin });
  const facts = await findPerson(userId);
  if (!facts) throw new AppError('UNAUTHENTICATED');
  return onBehalfOf(facts, by, origin);
}

function isOnBehalf(actor: ReadingActor): actor is OnBehalfActor {
  return actor.via.kind === 'on_behalf';
}

/** Everything that the wall asks about an actor. */
function scopeOf(actor: ReadingActor): string {
  const tenantId = actor.userType === 'super_admin' ? null : actor.tenantId;
  const clientId = actor.userType === 'client' ? actor.clientId : null;
  return JSON.stringify([actor.userId, actor.userType, tenantId, clientId]);
}
