import type { NextRequest } from 'next/server';
import { z } from 'zod';
import type { Actor } from '@/lib/authz/actor';
import { type Guard, type GuardFacts, isLook } from '@/lib/authz/guards';
import { read, readAsVisitor, write } from '@/lib/authz/scope';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import type { Context, RouteHandler } from '@/lib/doors/facts';
import { answerWithFile, type Disposition } from '@/lib/doors/file-answer';
import { refusal } from '@/lib/doors/refusal';
import { guarded, parseRequest } from '@/lib/doors/route';
import { requestInput } from '@/lib/http/request-input';
import type { ServedFile } from '@/lib/storage/columns';

type Common<I extends z.ZodObject> = {
  /** One sentence for the API's documentation. */
  summary: string;
  /** The parts of the address and the query, in camelCase. */
  input: I;
  /** `inline` for files that a page shows, if browsers can show their type; a function where the input decides. */
  disposition: Disposition | ((input: z.output<I>) => Disposition);
};

type FileDoor<W extends Actor, I extends z.ZodObject> = Common<I> & {
  guard: Guard<W>;
  /** The file, if the caller may see it; throws NOT_FOUND. */
  find: (db: ReadDb, input: z.output<I>, actor: W) => Promise<ServedFile>;
  /** Records that bytes are sent, for every range but not for HEAD, 304 and `bytes=0-0`. Merges the ranges of a download. */
  record?: (db: WriteDb, input: z.output<I>, actor: W) => Promise<void>;
  /** Whether this request is one to record; every one without it. */
  records?: (input: z.output<I>) => boolean;
};

type PublicFileDoor<I extends z.ZodObject> = Common<I> & {
  find: (db: ReadDb, input: z.output<I>) => Promise<ServedFile>;
};

/** The door for the bytes of a file: guard, input, one read-only transaction to find it, answer streamed from storage. */
export function defineFileRoute<W extends Actor, I extends z.ZodObject>(door: FileDoor<W, I>): RouteHandler {
  const handle = (request: NextRequest, context: Context) =>
    guarded(door.guard, request, context, async (actor) => {
      const input = await inputOf(door.input, request, context);
      const file = await read(actor, (db) => door.find(db, input, actor));
      const answer = await answerWithFile(request, file, dispositionOf(door, input));
      const { record, records } = door;
      // An admin's look as a person of a client is not the person's own reading.
      if (!record || isLook(actor) || !isDownload(request, answer) || records?.(input) === false) return answer;
      try {
        await write(actor, (db) => record(db, input, actor));
      } catch (error) {
        await answer.body?.cancel();
        throw error;
      }
      return answer;
    });
  return describe(handle, door.guard.facts, door);
}

/** The door for public files: those of open showcases. */
export function definePublicFileRoute<I extends z.ZodObject>(door: PublicFileDoor<I>): RouteHandler {
  const handle = async (request: NextRequest, context: Context) => {
    try {
      const input = await inputOf(door.input, request, context);
      const file = await readAsVisitor((db) => door.find(db, input));
      return await answerWithFile(request, file, dispositionOf(door, input));
    } catch (error) {
      return refusal(error, request, context);
    }
  };
  return describe(handle, null, door);
}

/** The checked input of a door for bytes: the parts of the address and the query. Throws VALIDATION. */
export async function inputOf<I extends z.ZodObject>(
  schema: I,
  request: NextRequest,
  context: Context,
): Promise<z.output<I>> {
  const params = (await context.params) ?? {};
  return parseRequest(schema, await requestInput(request, params, true), params);
}

function dispositionOf<I extends z.ZodObject>({ disposition }: Common<I>, input: z.output<I>): Disposition {
  return typeof disposition === 'function' ? disposition(input) : disposition;
}

/** Whether the answer sends bytes of the file, in whole or in any part; `bytes=0-0` only asks for its size. */
export function isDownload(request: Request, answer: Response): boolean {
  const isSizeProbe = /^bytes 0-0\/(?!1$)/.test(answer.headers.get('content-range') ?? '');
  return request.method === 'GET' && answer.ok && !isSizeProbe;
}

/** Attaches to a handler what the API's documentation and the tests of doors read. */
export function describe<I extends z.ZodObject>(
  handle: (request: NextRequest, context: Context) => Promise<Response>,
  guard: GuardFacts | null,
  { summary, input }: Pick<Common<I>, 'summary' | 'input'>,
): RouteHandler {
  const answer = { output: z.unknown(), envelope: 'file' as const, status: 200 };
  return Object.assign(handle, { door: { kind: 'file' as const, summary, guard, input, ...answer } });
}
