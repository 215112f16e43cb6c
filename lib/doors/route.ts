import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import { visitorOf } from '@/lib/auth/visitor';
import type { Actor } from '@/lib/authz/actor';
import type { Guard } from '@/lib/authz/guards';
import { read, write } from '@/lib/authz/scope';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import { envelopeOf } from '@/lib/doors/envelope';
import type { Context, Params, RouteHandler } from '@/lib/doors/facts';
import { refusal } from '@/lib/doors/refusal';
import { AppError, notFound } from '@/lib/errors';
import { parseInput } from '@/lib/forms/validation';
import { renameKeys, snakeCase } from '@/lib/http/keys';
import { requestInput } from '@/lib/http/request-input';
import { hostOf, refuseForeignOrigin } from '@/lib/http/same-origin';

type Common<W extends Actor, I extends z.ZodObject, O extends z.ZodType> = {
  /** One sentence for the API's documentation. */
  summary: string;
  guard: Guard<W>;
  /** The parts of the address with the query (GET) or the body (other methods), in camelCase. */
  input: I;
  /** The schema of the answer, in camelCase; fields outside it are not sent. 204 has none. */
  output: O;
};

type Reading<W extends Actor, I extends z.ZodObject, O extends z.ZodType> = Common<W, I, O> & {
  run: (db: ReadDb, input: z.output<I>, actor: W) => Promise<z.input<O>>;
};

type Writing<W extends Actor, I extends z.ZodObject, O extends z.ZodType, P> = Common<W, I, O> & {
  /** 200 by default; 201 for a created record, 204 for an empty answer. */
  status?: 200 | 201 | 204;
  /** Slow work before the transaction, such as hashing: turns the input into the argument of `run`. */
  prepare?: (input: z.output<I>, actor: W) => Promise<P>;
  run: (db: WriteDb, input: P, actor: W) => Promise<z.input<O>>;
};

/** The door for programs that read: guard, input, one read-only transaction, answer. Errors become problem+json. */
export function defineReadRoute<W extends Actor, I extends z.ZodObject, O extends z.ZodType>(door: Reading<W, I, O>) {
  return handler(door, { kind: 'read', status: 200 }, (actor, input) =>
    read(actor, (db) => door.run(db, input, actor)),
  );
}

/** The door for programs that write: guard, origin, input, one transaction, answer. Errors become problem+json. */
export function defineWriteRoute<W extends Actor, I extends z.ZodObject, O extends z.ZodType, P = z.output<I>>(
  door: Writing<W, I, O, P>,
) {
  const { status = 200, prepare } = door;
  return handler(door, { kind: 'write', status }, async (actor, input) => {
    // Without `prepare`, P is its default: the input itself.
    const prepared = prepare ? await prepare(input, actor) : (input as unknown as P);
    return write(actor, (db) => door.run(db, prepared, actor));
  });
}

function handler<W extends Actor, I extends z.ZodObject, O extends z.ZodType>(
  { summary, guard, input: schema, output }: Common<W, I, O>,
  { kind, status }: { kind: 'read' | 'write'; status: number },
  run: (actor: W, input: z.output<I>) => Promise<z.input<O>>,
): RouteHandler {
  const reads = kind === 'read';
  const handle = (request: NextRequest, context: Context) =>
    guarded(guard, request, context, async (actor) => {
      if (!reads) refuseForeignOrigin({ headers: request.headers, host: hostOf(request) });
      const params = (await context.params) ?? {};
      const input = parseRequest(schema, await requestInput(request, params, reads), params);
      const answer = await run(actor, input);
      if (status === 204) return new Response(null, { status, headers: uncached });
      const body = renameKeys(output.parse(answer), snakeCase);
      return Response.json(body, { status, headers: uncached });
    });
  const envelope = envelopeOf(output, status);
  return Object.assign(handle, {
    door: { kind, summary, guard: guard.facts, input: schema, output, envelope, status },
  });
}

/** Proves the caller, runs `answer`, and turns every error into problem+json in the caller's language. */
export async function guarded<W extends Actor>(
  guard: Guard<W>,
  request: NextRequest,
  context: Context,
  answer: (actor: W) => Promise<Response>,
): Promise<Response> {
  let actor: W | null = null;
  try {
    const visitor = await visitorOf({ headers: request.headers, cookie: (name) => request.cookies.get(name)?.value });
    actor = guard(visitor);
    return await answer(actor);
  } catch (error) {
    return refusal(error, request, context, actor);
  }
}

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
