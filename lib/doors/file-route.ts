import type { NextRequest } from 'next/server';
import { z } from 'zod';
import type { Guard } from '@/lib/authz/guards';
import { read, readAsVisitor, write } from '@/lib/authz/scope';
import type { Who } from '@/lib/authz/who';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import { answerWithFile, type Disposition } from '@/lib/doors/file-answer';
import { requestInput } from '@/lib/doors/request-input';
import { type Context, guarded, parseRequest, type RouteHandler, refusal } from '@/lib/doors/route';
import type { ServedFile } from '@/lib/storage/columns';

type Common<I extends z.ZodObject> = {
  /** One sentence for the API's documentation. */
  summary: string;
  /** The parts of the address and the query, in camelCase. */
  input: I;
  /** `inline` for what a page shows, if browsers can draw it; by the input where both are wanted. */
  disposition: Disposition | ((input: z.output<I>) => Disposition);
};

type FileDoor<W extends Who, I extends z.ZodObject> = Common<I> & {
  who: Guard<W>;
  /** The file, in the caller's sight; throws NOT_FOUND. */
  find: (db: ReadDb, input: z.output<I>, who: W) => Promise<ServedFile>;
  /** Writes down that the bytes are sent: once per download, not for questions about it (HEAD, 304) nor for later parts. */
  record?: (db: WriteDb, input: z.output<I>, who: W) => Promise<void>;
};

type PublicFileDoor<I extends z.ZodObject> = Common<I> & {
  find: (db: ReadDb, input: z.output<I>) => Promise<ServedFile>;
};

/** The door for the bytes of a file: guard, input, one read-only transaction that finds it, the answer streamed from storage. */
export function defineFileRoute<W extends Who, I extends z.ZodObject>(door: FileDoor<W, I>): RouteHandler {
  const handle = (request: NextRequest, context: Context) =>
    guarded(door.who, request, context, async (who) => {
      const input = await inputOf(door.input, request, context);
      const file = await read(who, (db) => door.find(db, input, who));
      const answer = await answerWithFile(request, file, dispositionOf(door, input));
      const { record } = door;
      if (!record || !beginsDownload(request, answer)) return answer;
      try {
        await write(who, (db) => record(db, input, who));
      } catch (error) {
        await answer.body?.cancel();
        throw error;
      }
      return answer;
    });
  return describe(handle, door);
}

/** The same for visitors whom nobody knows: what open showcases show. */
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
  return describe(handle, door);
}

async function inputOf<I extends z.ZodObject>(schema: I, request: NextRequest, context: Context): Promise<z.output<I>> {
  const params = (await context.params) ?? {};
  return parseRequest(schema, await requestInput(request, params, true), params);
}

function dispositionOf<I extends z.ZodObject>({ disposition }: Common<I>, input: z.output<I>): Disposition {
  return typeof disposition === 'function' ? disposition(input) : disposition;
}

function beginsDownload(request: Request, answer: Response): boolean {
  const part = answer.headers.get('content-range');
  return request.method === 'GET' && answer.ok && (part === null || part.startsWith('bytes 0-'));
}

function describe<I extends z.ZodObject>(
  handle: (request: NextRequest, context: Context) => Promise<Response>,
  { summary, input }: Common<I>,
): RouteHandler {
  return Object.assign(handle, {
    door: { summary, input, output: z.unknown(), status: 200, reads: true, sendsFile: true },
  });
}
