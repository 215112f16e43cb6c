import type { NextRequest } from 'next/server';
import { z } from 'zod';
import type { Actor } from '@/lib/authz/actor';
import type { Guard } from '@/lib/authz/guards';
import { instant } from '@/lib/dates';
import type { Context, RouteHandler } from '@/lib/doors/facts';
import { describe } from '@/lib/doors/file-route';
import { guarded, parseRequest } from '@/lib/doors/route';
import { requestInput } from '@/lib/http/request-input';
import { listen } from '@/lib/live/listener';
import { openLiveStream } from '@/lib/live/stream';

type LiveDoor = {
  /** One sentence for the API's documentation. */
  summary: string;
  guard: Guard<Actor>;
};

const input = z.strictObject({
  since: instant
    .optional()
    .describe(
      'When you read what you show: the first message is `resync` where something came at that instant or later.',
    ),
});

/** The door for live messages: guard, and a stream of server-sent events that ends with the access of its person. */
export function defineLiveRoute({ summary, guard }: LiveDoor): RouteHandler {
  const handle = (request: NextRequest, context: Context) =>
    guarded(guard, request, context, async (actor) => {
      if (request.method === 'HEAD') return new Response(null, { headers });
      const { since } = parseRequest(input, await requestInput(request, {}, true), {});
      await listen();
      return new Response(openLiveStream(actor, { since: readAt(request, since), signal: request.signal }), {
        headers,
      });
    });
  return describe(handle, guard.facts, { summary, input });
}

/** A browser that lost a stream before knows nothing of what came since. */
function readAt({ headers }: NextRequest, since: string | undefined): number | null {
  if (headers.has('last-event-id')) return 0;
  return since === undefined ? null : Date.parse(since);
}

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'private, no-store, no-transform',
  'X-Accel-Buffering': 'no',
};
