import { isStillEntitled } from '@/lib/auth/stream';
import type { Actor } from '@/lib/authz/actor';
import { type LiveStream, mayHaveMissed, openStreams } from '@/lib/live/registry';

/** Milliseconds between two signs of life, at which the identity is checked too. */
const heartbeat = 25_000;
/** Messages that may wait for a slow browser; with more, its stream is closed and it reads anew when it comes back. */
const mostWaiting = 200;
/** Streams of one person in one process; the oldest gives way. */
const mostOfPerson = 20;

/** `since`: the instant in milliseconds at which the browser read what it shows; null where it shows nothing. */
type Opened = { since: number | null; signal: AbortSignal };

/**
 * A stream of live messages for a person, as text/event-stream. It begins with `hello`, or with `resync` where a message came since
 * the browser read what it shows, or may have come. It ends at once when the session or token, the access to the portal or the
 * request ends.
 */
export function openLiveStream(actor: Actor, { since, signal }: Opened): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let end = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let sent = 0;
        const write = (text: string) => {
          if ((controller.desiredSize ?? 0) < -mostWaiting) return end();
          controller.enqueue(encoder.encode(text));
        };
        const stream: LiveStream = {
          userId: actor.userId,
          tenantId: actor.userType === 'super_admin' ? null : actor.tenantId,
          clientId: actor.userType === 'client' ? actor.clientId : null,
          send: (event, data) => {
            sent += 1;
            write(`event: ${event}\nid: ${Date.now()}-${sent}\ndata: ${JSON.stringify(data)}\n\n`);
          },
          check: async () => {
            // While the database does not answer, nothing is sent that it has not let through.
            const entitled = await isStillEntitled(actor).catch(() => true);
            if (entitled || !openStreams().has(stream)) return;
            stream.send('end', { type: 'end' });
            end();
          },
          close: () => end(),
        };
        const timer = setInterval(() => {
          write(': alive\n\n');
          void stream.check();
        }, heartbeat);
        timer.unref();
        end = () => {
          if (!openStreams().delete(stream)) return;
          clearInterval(timer);
          try {
            controller.close();
          } catch {
            // The browser has closed it already.
          }
        };
        openStreams().add(stream);
        const own = [...openStreams()].filter(({ userId }) => userId === actor.userId);
        if (own.length > mostOfPerson) own[0]?.close();
        signal.addEventListener('abort', () => end(), { once: true });
        write('retry: 3000\n\n');
        stream.send('message', { type: since !== null && mayHaveMissed(since, stream) ? 'resync' : 'hello' });
        // The identity may have ended between the guard and the registration.
        void stream.check();
      },
      cancel: () => end(),
    },
    { highWaterMark: 0 },
  );
}
