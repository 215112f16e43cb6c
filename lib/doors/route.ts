import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import type { Guard } from '@/lib/authz/guards';
import { read, write } from '@/lib/authz/scope';
import type { Who } from '@/lib/authz/who';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import { routeName } from '@/lib/doors/door-name';
import { renameKeys, snakeCase } from '@/lib/doors/keys';
import { problem } from '@/lib/doors/problem';
import { requestIdOf } from '@/lib/doors/request-id';
import { requestInput } from '@/lib/doors/request-input';
import { toAppError } from '@/lib/doors/unexpected';
import { parseInput } from '@/lib/doors/validation';
import { visitorOf } from '@/lib/doors/visitor';
import { AppError, forbidden, notFound } from '@/lib/errors';
import type { UploadKind } from '@/lib/storage/kinds';

type Common<W extends Who, I extends z.ZodObject, O extends z.ZodType> = {
  /** One sentence for the API's documentation. */
  summary: string;
  who: Guard<W>;
  /** Everything that comes in: the address's parts, the query of a GET, the body of all else, in camelCase. */
  input: I;
  /** What goes out, in camelCase; what it does not name is not sent. 204 has none. */
  output: O;
};

type Reading<W extends Who, I extends z.ZodObject, O extends z.ZodType> = Common<W, I, O> & {
  run: (db: ReadDb, input: z.output<I>, who: W) => Promise<z.input<O>>;
};

type Writing<W extends Who, I extends z.ZodObject, O extends z.ZodType> = Common<W, I, O> & {
  /** 200 unless said otherwise: 201 for what creates, 204 for what answers nothing. */
  status?: 200 | 201 | 204;
  run: (db: WriteDb, input: z.output<I>, who: W) => Promise<z.input<O>>;
};

type Params = Record<string, string | string[] | undefined>;
/** What Next hands a handler; an address without parts that vary has no params. */
export type Context = { params?: Promise<Params> | undefined };

/** What a door tells about itself: to the architecture test, and to the API's description. */
export type RouteDoor = {
  summary: string;
  input: z.ZodObject;
  output: z.ZodType;
  status: number;
  reads: boolean;
  /** The field in which a multipart body brings files. */
  takesFiles?: { field: string; kind: UploadKind; most: number };
  /** The answer is the bytes of a file. */
  sendsFile?: boolean;
};

/** A Next route handler that a door made. */
export type RouteHandler = ((request: NextRequest, context: Context) => Promise<Response>) & {
  readonly door: RouteDoor;
};

/** The door for programs that read: guard, input, one read-only transaction, answer. Errors become problem+json. */
export function defineReadRoute<W extends Who, I extends z.ZodObject, O extends z.ZodType>(door: Reading<W, I, O>) {
  return handler(door, { status: 200, reads: true }, (who, input) => read(who, (db) => door.run(db, input, who)));
}

/** The door for programs that change something: guard, origin, input, one transaction, answer. */
export function defineWriteRoute<W extends Who, I extends z.ZodObject, O extends z.ZodType>(door: Writing<W, I, O>) {
  const { status = 200 } = door;
  return handler(door, { status, reads: false }, (who, input) => write(who, (db) => door.run(db, input, who)));
}

function handler<W extends Who, I extends z.ZodObject, O extends z.ZodType>(
  { summary, who: guard, input: schema, output }: Common<W, I, O>,
  { status, reads }: { status: number; reads: boolean },
  run: (who: W, input: z.output<I>) => Promise<z.input<O>>,
): RouteHandler {
  const handle = (request: NextRequest, context: Context) =>
    guarded(guard, request, context, async (who) => {
      if (!reads) refuseForeignOrigin(request);
      const params = (await context.params) ?? {};
      const input = parseRequest(schema, await requestInput(request, params, reads), params);
      const answer = await run(who, input);
      if (status === 204) return new Response(null, { status, headers: uncached });
      const body = renameKeys(output.parse(answer), snakeCase);
      return Response.json(body, { status, headers: uncached });
    });
  return Object.assign(handle, { door: { summary, input: schema, output, status, reads } });
}

/** What every route does first and last: proves who calls, and answers what was thrown as problem+json in their language. */
export async function guarded<W extends Who>(
  guard: Guard<W>,
  request: NextRequest,
  context: Context,
  answer: (who: W) => Promise<Response>,
): Promise<Response> {
  let known: W | null = null;
  try {
    const visitor = await visitorOf({ headers: request.headers, cookie: (name) => request.cookies.get(name)?.value });
    known = guard(visitor);
    return await answer(known);
  } catch (error) {
    return refusal(error, request, context, known);
  }
}

/** What was thrown, as the answer of a route: logged where nobody foresaw it, and problem+json in the person's language. */
export async function refusal(
  error: unknown,
  request: NextRequest,
  { params }: Context,
  known: Who | null = null,
): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  const door = routeName(request.method, request.nextUrl.pathname, (await params) ?? {});
  const told = toAppError(error, { requestId, door, actorId: known?.userId ?? null });
  return problem(told, request.headers, known?.locale ?? null, requestId);
}

/** A part of the address that cannot be (an id that is no uuid) names no record: 404, as for any other unknown one. */
export function parseRequest<I extends z.ZodObject>(schema: I, said: unknown, params: Params): z.output<I> {
  try {
    return parseInput(schema, said);
  } catch (error) {
    const inAddress =
      error instanceof AppError && Object.keys(error.fields).some((field) => Object.hasOwn(params, field));
    throw inAddress ? notFound() : error;
  }
}

export const uncached = { 'Cache-Control': 'private, no-store' };

/**
 * Route handlers have no check of their own against requests that another site makes a browser send with its cookie.
 * A bearer token is never sent by a browser on its own, so it needs none.
 */
export function refuseForeignOrigin({ headers, nextUrl }: Pick<NextRequest, 'headers' | 'nextUrl'>): void {
  if (headers.has('authorization')) return;
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') throw forbidden('foreignOrigin');
  const origin = headers.get('origin');
  const host = headers.get('host') ?? nextUrl.host;
  if (origin !== null && (!URL.canParse(origin) || new URL(origin).host !== host)) throw forbidden('foreignOrigin');
  if (site === null && origin === null) throw forbidden('foreignOrigin');
}
