import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { requestIdHeader, requestIdOf } from '@/lib/http/request-id';

// Node announces each request here before anyone handles it: pages, actions and routes all find the same name in it, and
// every answer tells it.
subscribe('http.server.request.start', (message) => {
  // The channel's message is documented as { request, response, socket, server } but typed unknown.
  const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
  const sent = request.headers[requestIdHeader];
  const id = requestIdOf({ get: () => (typeof sent === 'string' ? sent : null) });
  request.headers[requestIdHeader] = id;
  response.setHeader('X-Request-Id', id);
});
