import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';
import { lengthHeader } from '@/lib/http/length-header';

// Next drops the Content-Length of a route handler's answer, and then a phone cannot show how far a download is.
// Node announces each request here, with the answer to be, before anyone handles it.
subscribe('http.server.request.start', (message) => {
  // The channel's message is documented as { request, response, socket, server } but typed unknown.
  const { response } = message as { response: ServerResponse };
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) => setHeader(name.toLowerCase() === lengthHeader ? 'Content-Length' : name, value);
});
