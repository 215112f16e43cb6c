import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { requestIdHeader, requestIdOf } from '@/lib/http/request-id';

// Node publishes each request on this channel before any handler runs, so pages, actions and routes read the same request id,
// and every answer contains it.
subscribe('http.server.request.start', (message) => {
  // The channel's message is documented as { request, response, socket, server } but typed unknown.
  const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
  const sent = request.headers[requestIdHeader];
  const id = requestIdOf({ get: () => (typeof sent === 'string' ? sent : null) });
  request.headers[requestIdHeader] = id;
  response.setHeader('X-Request-Id', id);
});
