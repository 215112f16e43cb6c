import type { NextRequest } from 'next/server';
import { z } from 'zod';
import type { Actor } from '@/lib/authz/actor';
import type { Guard } from '@/lib/authz/guards';
import type { Context, RouteHandler } from '@/lib/doors/facts';
import { describe } from '@/lib/doors/file-route';
import { guarded } from '@/lib/doors/route';
import { listen } from '@/lib/live/listener';
import { openLiveStream } from '@/lib/live/stream';

type LiveDoor = {
  /** One sentence for the API's documentation. */
  summary: string;
  guard: Guard<Actor>;
};

/** The door for live messages: guard, and a stream of server-sent events that ends with the access of its person. */
export function defineLiveRoute({ summary, guard }: LiveDoor): RouteHandler {
  const handle = (request: NextRequest, context: Context) =>
    guarded(guard, request, context, async (actor) => {
      if (request.method === 'HEAD') return new Response(null, { headers });
      await listen();
      const resumed = request.headers.has('last-event-id');
      return new Response(openLiveStream(actor, { resumed, signal: request.signal }), { headers });
    });
  return describe(handle, guard.facts, { summary, input: z.strictObject({}) });
}

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'private, no-store, no-transform',
  'X-Accel-Buffering': 'no',
};
