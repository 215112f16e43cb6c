import { findPerson, identifyAgain, identifyUnmoved } from '@/lib/auth/identify';
import type { Actor, OnBehalfActor } from '@/lib/authz/actor';
import { adminUser, anyUser, onBehalfOf } from '@/lib/authz/guards';
import { read } from '@/lib/authz/scope';
import type { ReadDb } from '@/lib/db/handles';
import { AppError } from '@/lib/errors';

/** The people who can have a stream: nothing is streamed to the recipient of a mail. */
type StreamingActor = Actor | OnBehalfActor;

/** A set in the order of a unique key. */
export type Pages<Row, Key> = {
  /** Up to `limit` rows after `after` (null: from the beginning), in the order of the key. One seek on an index. */
  page: (db: ReadDb, after: Key | null, limit: number) => Promise<Row[]>;
  keyOf: (row: Row) => Key;
  /** Rows per page, 500 unless named; a page must stay within the time limit of a statement. */
  size?: number;
};

/**
 * Yields the rows of a large set page by page, each read on demand in its own read-only transaction and snapshot; a slow consumer
 * holds no connection. The actor is identified and guarded again before each page: throws UNAUTHENTICATED once the session or
 * token has ended or type, tenant or client changed, FORBIDDEN with the reason once the portal is closed to the person.
 */
export async function* stream<Row, Key>(
  actor: StreamingActor,
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

async function requireEntry(actor: StreamingActor): Promise<void> {
  const now = isOnBehalf(actor) ? await againOnBehalf(actor) : await again(actor);
  if (scopeOf(now) !== scopeOf(actor)) throw new AppError('UNAUTHENTICATED');
}

/** Whether an actor would be let in again now, with the same tenant, client and type. Throws where the database does not answer. */
export async function isStillEntitled(actor: Actor): Promise<boolean> {
  const identity = await identifyUnmoved(actor.via);
  try {
    return scopeOf(anyUser({ identity, origin: actor.origin })) === scopeOf(actor);
  } catch (error) {
    if (error instanceof AppError && (error.code === 'UNAUTHENTICATED' || error.code === 'FORBIDDEN')) return false;
    throw error;
  }
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

function isOnBehalf(actor: StreamingActor): actor is OnBehalfActor {
  return actor.via.kind === 'on_behalf';
}

/** The facts of an actor on which the wall depends. */
function scopeOf(actor: StreamingActor): string {
  const tenantId = actor.userType === 'super_admin' ? null : actor.tenantId;
  const clientId = actor.userType === 'client' ? actor.clientId : null;
  return JSON.stringify([actor.userId, actor.userType, tenantId, clientId]);
}
