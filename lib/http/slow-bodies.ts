import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server } from 'node:http';
import { uploadPace } from '@/lib/http/pace';

// Node ends every request that has not arrived within 5 minutes (`requestTimeout`), which is too short for a large upload on a
// slow line. Here uploads have a floor instead, and all other bodies keep the limit. The time for headers stays Node's.
const limits = new WeakMap<Server, number>();

subscribe('http.server.request.start', (message) => {
  // The channel's message is documented as { request, response, socket, server } but typed unknown.
  const { request, server } = message as { request: IncomingMessage; server: Server };
  const limit = limits.get(server) ?? server.requestTimeout;
  limits.set(server, limit);
  server.requestTimeout = 0;
  if (limit === 0 || request.complete) return;
  if (isUpload(request)) watchPace(request);
  else whenLate(request, limit);
});

/** Files go to the API as forms; a form to a page is an action, whose body is small. */
function isUpload({ url = '', headers }: IncomingMessage): boolean {
  return url.startsWith('/api/') && /^multipart\/form-data\b/i.test(headers['content-type'] ?? '');
}

function whenLate(request: IncomingMessage, limit: number): void {
  const timer = setTimeout(() => cut(request), limit).unref();
  untilArrived(request, () => clearTimeout(timer));
}

/**
 * The last resort beneath lib/http/pace.ts, which answers with the reason: this ends the connection also where no handler reads
 * the body. Bytes that wait unread say that the portal is the slow side.
 */
function watchPace(request: IncomingMessage): void {
  const { socket } = request;
  let before = socket.bytesRead;
  const timer = setInterval(() => {
    const bytes = socket.bytesRead - before;
    before = socket.bytesRead;
    const isSlow = bytes < (uploadPace.bytesPerSecond * watchEvery) / 1_000;
    if (isSlow && request.readableLength === 0) cut(request);
  }, watchEvery).unref();
  untilArrived(request, () => clearInterval(timer));
}

/** Longer than the window of the pace, so that the answer with the reason comes first. */
const watchEvery = uploadPace.window * 1.5;

function untilArrived(request: IncomingMessage, stop: () => void): void {
  request.once('end', stop);
  request.once('close', stop);
}

function cut(request: IncomingMessage): void {
  if (!request.complete) request.socket.destroy();
}
