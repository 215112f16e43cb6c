import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { parseAddress } from '@/lib/http/ip-address';
import { peerHeader } from '@/lib/http/origin';
import { warnOfUnreadForwarding } from '@/lib/http/unread-forwarding';

// Route handlers cannot see the socket, and Next keeps an X-Forwarded-For that a visitor sent. Node publishes each request on
// this channel before any handler runs, so the header is always the socket's address, even where a visitor sent one.
subscribe('http.server.request.start', (message) => {
  // The channel's message is documented as { request, response, socket, server } but typed unknown.
  const { request } = message as { request: IncomingMessage };
  warnOfUnreadForwarding(request.headers);
  request.headers[peerHeader] = parseAddress(request.socket.remoteAddress ?? '')?.toString() ?? '';
});
