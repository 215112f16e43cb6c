import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';
import { lengthHeader } from '@/lib/http/length-header';

// Next drops the Content-Length of a route handler's answer, and then a browser cannot show a download's progress.
// Node publishes each request with its response on this channel before any handler runs.
subscribe('http.server.request.start', (message) => {
  // The channel's message is documented as { request, response, socket, server } but typed unknown.
  const { response } = message as { response: ServerResponse };
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) => setHeader(name.toLowerCase() === lengthHeader ? 'Content-Length' : name, value);
});
