import type { Actor } from '@/lib/authz/actor';
import { read } from '@/lib/authz/scope';
import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import { AppError, conflict } from '@/lib/errors';
import { hashOf, type IdempotencyKey, seal, unseal } from '@/lib/idempotency/key';

/** Runs `work` in the transaction of `db`, at most once per key, and stores what `answerOf` makes of its result. */
export type Once = <T>(db: WriteDb, work: () => Promise<T>, answerOf: (result: T) => unknown) => Promise<T>;

/** The result of a request that ran now, or the stored answer of the same request before it. */
export type Outcome<T> = { repeated: false; result: T } | { repeated: true; answer: unknown };

type Request = { key: IdempotencyKey; userId: string; hash: Uint8Array<ArrayBuffer> };

/** Ends the transaction of a request whose twin has committed meanwhile. */
class Repeated extends Error {
  constructor(readonly answer: unknown) {
    super('answered already');
  }
}

/**
 * Runs a request that may be sent again: with a key of the last 24 hours and the same `content` (JSON values) its stored answer
 * is returned, also where both run at once; a request that failed stored nothing and runs anew. `run` has to pass the
 * transaction that takes effect through `once`. Without a key it always runs. Throws CONFLICT for a key of other content.
 */
export async function answerOnce<T>(
  actor: Actor,
  key: IdempotencyKey | null,
  content: unknown,
  run: (once: Once) => Promise<T>,
): Promise<Outcome<T>> {
  if (!key) return { repeated: false, result: await run((_, work) => work()) };
  const request = { key, userId: actor.userId, hash: hashOf(key, content) };
  const before = await read(actor, (db) => findAnswer(db, request));
  if (before) return { repeated: true, ...before };
  try {
    const result = await run(async (db, work, answerOf) => {
      await claim(db, request);
      const done = await work().catch(async (error) => {
        // A refusal that commits its event keeps no key: a failed try may be repeated.
        if (error instanceof AppError && error.commits) await release(db, request);
        throw error;
      });
      const answer = seal(key, answerOf(done));
      await db.$executeRaw`update idempotency_keys set answer = ${answer} where user_id = ${request.userId}::uuid and key_hash = ${key.hash}`;
      return done;
    });
    return { repeated: false, result };
  } catch (error) {
    if (error instanceof Repeated) return { repeated: true, answer: error.answer };
    throw error;
  }
}

/** Returns the stored answer of the request; null for an unknown or expired key. Throws CONFLICT for a key of other content. */
async function findAnswer(db: ReadDb, { key, userId, hash }: Request): Promise<{ answer: unknown } | null> {
  const [row] = await db.$queryRaw<{ request_hash: Uint8Array; answer: Uint8Array | null }[]>`
    select request_hash, answer from idempotency_keys
    where user_id = ${userId}::uuid and key_hash = ${key.hash} and created_at > now() - interval '24 hours'`;
  if (!row?.answer) return null;
  if (Buffer.compare(row.request_hash, hash) !== 0) throw conflict('idempotencyKeyUsed');
  return { answer: unseal(key, row.answer) };
}

/** Lets the key of a request expire that failed in a transaction that commits. */
async function release(db: WriteDb, { userId, key }: Request): Promise<void> {
  await db.$executeRaw`update idempotency_keys set created_at = now() - interval '25 hours' where user_id = ${userId}::uuid and key_hash = ${key.hash}`;
}

/** Inserts the key, which makes a twin wait until commit. Throws Repeated where the twin was first. */
async function claim(db: WriteDb, request: Request): Promise<void> {
  const { key, userId, hash } = request;
  const claimed = await db.$executeRaw`
    insert into idempotency_keys (user_id, key_hash, request_hash) values (${userId}::uuid, ${key.hash}, ${hash})
    on conflict (user_id, key_hash) do update set request_hash = excluded.request_hash, answer = null, created_at = excluded.created_at
    where idempotency_keys.created_at <= now() - interval '24 hours'`.catch(stillRunning);
  if (claimed > 0) return;
  const before = await findAnswer(db, request);
  throw before ? new Repeated(before.answer) : conflict('idempotencyKeyUsed');
}

/** A twin that runs longer than a statement may wait (57014, query_canceled) is no failure of the portal. */
function stillRunning(error: unknown): never {
  const canceled =
    error instanceof Prisma.PrismaClientKnownRequestError && JSON.stringify(error.meta).includes('57014');
  throw canceled
    ? new AppError('CONFLICT', { reason: { key: 'idempotencyKeyRunning' }, retryAfterSeconds: 5, cause: error })
    : error;
}
