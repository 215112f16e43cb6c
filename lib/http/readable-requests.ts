import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state';
import { readableAddress } from '@/lib/http/readable-address';

// Next answers 500 where it cannot decode an address, and where a method is TRACE, which its Request class refuses. Both
// happen before the middleware, so the request is changed into one that Next answers with 404, 405 or 400.
subscribe('http.server.request.start', (message) => {
  // The channel's message is documented as { request, response, socket, server } but typed unknown.
  const { request } = message as { request: IncomingMessage };
  request.url = readableAddress(request.url ?? '/');
  if (request.method === 'TRACE') request.method = 'SEARCH';
  // Next answers 500 to a router state that it cannot read; without one it sends the whole page.
  if (!isReadableState(request.headers[stateHeader])) delete request.headers[stateHeader];
});

const stateHeader = 'next-router-state-tree';

function isReadableState(state: string | string[] | undefined): boolean {
  try {
    parseAndValidateFlightRouterState(state);
    return true;
  } catch {
    return false;
  }
}
