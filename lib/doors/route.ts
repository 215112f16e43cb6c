import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import { lookOf } from '@/lib/auth/view-as';
import { visitorOf } from '@/lib/auth/visitor';
import type { Actor } from '@/lib/authz/actor';
import { type Guard, isOfClients } from '@/lib/authz/guards';
import { read, write } from '@/lib/authz/scope';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import { envelopeOf } from '@/lib/doors/envelope';
import type { Context, Params, RouteHandler } from '@/lib/doors/facts';
import { refusal } from '@/lib/doors/refusal';
import type { EditCheck } from '@/lib/edits/edit';
import { AppError, notFound } from '@/lib/errors';
import { parseInput } from '@/lib/forms/validation';
import { renameKeys, snakeCase } from '@/lib/http/keys';
import { requestInput } from '@/lib/http/request-input';
import { hostOf, refuseForeignOrigin } from '@/lib/http/same-origin';
import { idempotencyKeyOf } from '@/lib/idempotency/key';
import { answerOnce, type Once } from '@/lib/idempotency/once';

type Common<W extends Actor, I extends z.ZodObject, O extends z.ZodType> = {
  /** One sentence for the API's documentation. */
  summary: string;
  guard: Guard<W>;
  /** The parts of the address with the query (GET) or the body (other methods), in camelCase. */
  input: I;
  /** The schema of the answer, in camelCase; fields outside it are not sent. 204 has none. */
  output: O;
  /** The edit of the answered record: the answer carries its version as ETag, and a write compares If-Match with it. */
  edits?: EditCheck<z.output<I>, NoInfer<W>> & { version(record: RecordOf<O>): string };
};

type RecordOf<O extends z.ZodType> = z.input<O> extends { data: infer R } ? R : never;

type Reading<W extends Actor, I extends z.ZodObject, O extends z.ZodType> = Common<W, I, O> & {
  run: (db: ReadDb, input: z.output<I>, actor: W) => Promise<z.input<O>>;
};

type Writing<W extends Actor, I extends z.ZodObject, O extends z.ZodType, P> = Common<W, I, O> & {
  /** 200 by default; 201 for a created record, 204 for an empty answer. */
  status?: 200 | 201 | 204;
  /** Takes an `Idempotency-Key`: for creations, and wherever a doubled record hurts. */
  idempotent?: boolean;
  /** Slow work before the transaction, such as hashing: turns the input into the argument of `run`. */
  prepare?: (input: z.output<I>, actor: W) => Promise<P>;
  run: (db: WriteDb, input: P, actor: W) => Promise<z.input<O>>;
};

/** The door for programs that read: guard, input, one read-only transaction, answer. Errors become problem+json. */
export function defineReadRoute<W extends Actor, I extends z.ZodObject, O extends z.ZodType>(door: Reading<W, I, O>) {
  return handler(door, { kind: 'read', status: 200, takesKey: false }, (actor, input) =>
    read(actor, (db) => door.run(db, input, actor)),
  );
}

/** The door for programs that write: guard, origin, input, one transaction, answer. Errors become problem+json. */
export function defineWriteRoute<W extends Actor, I extends z.ZodObject, O extends z.ZodType, P = z.output<I>>(
  door: Writing<W, I, O, P>,
) {
  const { status = 200, idempotent = false, prepare, edits } = door;
  return handler(
    door,
    { kind: 'write', status, takesKey: idempotent },
    async (actor, input, { seen, once, bodyOf }) => {
      // Without `prepare`, P is its default: the input itself.
      const prepared = prepare ? await prepare(input, actor) : (input as unknown as P);
      return write(actor, (db) => {
        const run = async () => {
          if (seen !== null) await edits?.requireUnchanged(db, input, actor, seen);
          return door.run(db, prepared, actor);
        };
        return once(db, run, bodyOf);
      });
    },
  );
}

/** What a write takes from its request besides the input: the version that the program saw, and how it runs once per key. */
type Sent<O extends z.ZodType> = { seen: string | null; once: Once; bodyOf: (answer: z.input<O>) => unknown };

function handler<W extends Actor, I extends z.ZodObject, O extends z.ZodType>(
  { summary, guard, input: schema, output, edits }: Common<W, I, O>,
  { kind, status, takesKey }: { kind: 'read' | 'write'; status: number; takesKey: boolean },
  run: (actor: W, input: z.output<I>, sent: Sent<O>) => Promise<z.input<O>>,
): RouteHandler {
  const reads = kind === 'read';
  const bodyOf = (answer: z.input<O>) => (status === 204 ? null : renameKeys(output.parse(answer), snakeCase));
  const handle = (request: NextRequest, context: Context) =>
    guarded(guard, request, context, async (actor) => {
      if (!reads) refuseForeignOrigin({ headers: request.headers, host: hostOf(request) });
      const params = (await context.params) ?? {};
      const raw = await requestInput(request, params, reads);
      const input = parseRequest(schema, raw, params);
      const key = takesKey ? idempotencyKeyOf(request.headers, actor.userId) : null;
      const seen = versionIn(request.headers.get('if-match'));
      const done = await answerOnce(actor, key, [addressOf(request), raw], (once) =>
        run(actor, input, { seen, once, bodyOf }),
      );
      if (done.repeated) return answered(done.answer, status, repeated);
      return answered(bodyOf(done.result), status, edits && tagOf(edits, done.result));
    });
  const envelope = envelopeOf(output, status);
  return Object.assign(handle, {
    door: {
      ...{ kind, summary, guard: guard.facts, input: schema, output, envelope, status, takesKey },
      edits: edits !== undefined,
    },
  });
}

/** The ETag of an answer with a record, which is `{ data }` (lib/doors/envelope.ts). */
function tagOf<O extends z.ZodType>(edits: { version(record: RecordOf<O>): string }, answer: z.input<O>) {
  return { ETag: `"${edits.version((answer as { data: RecordOf<O> }).data)}"` };
}

/** The version that a program saw, from If-Match; null without the header and for `*`, which any version matches. */
function versionIn(header: string | null): string | null {
  return header === null || header.trim() === '*' ? null : header.trim().replace(/^(?:W\/)?"(.*)"$/, '$1');
}

/** The method and address of a request: the same key at another address is another request. */
export const addressOf = ({ method, nextUrl }: NextRequest): string => `${method} ${nextUrl.pathname}`;

/** A body in snake_case as the answer of a route; 204 has none. */
export function answered(body: unknown, status: number, headers: Record<string, string> = {}): Response {
  const init = { status, headers: { ...uncached, ...headers } };
  return status === 204 ? new Response(null, init) : Response.json(body, init);
}

/** Marks an answer that was given before, to a request with the same idempotency key. */
export const repeated = { 'Idempotent-Replayed': 'true' };

/** Proves the caller, runs `answer`, and turns every error into problem+json in the caller's language. */
export async function guarded<W extends Actor>(
  guard: Guard<W>,
  request: NextRequest,
  context: Context,
  answer: (actor: W) => Promise<Response>,
): Promise<Response> {
  let actor: W | null = null;
  try {
    const visitor = await visitorOf({ headers: request.headers, cookie: cookieOf(request) });
    const look = request.method === 'GET' && isOfClients(guard) ? await lookOf(visitor, cookieOf(request)) : null;
    // A reading door: `write` refuses this actor, whatever its type says.
    actor = look ? (look as unknown as W) : guard(visitor);
    return await answer(actor);
  } catch (error) {
    return refusal(error, request, context, actor);
  }
}

const cookieOf = (request: NextRequest) => (name: string) => request.cookies.get(name)?.value;

/** Checks a request's input. An invalid part of the address (an id that is no uuid) names no record: NOT_FOUND, not VALIDATION. */
export function parseRequest<I extends z.ZodObject>(schema: I, raw: unknown, params: Params): z.output<I> {
  try {
    return parseInput(schema, raw);
  } catch (error) {
    const inAddress =
      error instanceof AppError && Object.keys(error.fields).some((field) => Object.hasOwn(params, field));
    throw inAddress ? notFound() : error;
  }
}

export const uncached = { 'Cache-Control': 'private, no-store' };
