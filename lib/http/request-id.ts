import { randomUUID } from 'node:crypto';

/** Lower case, as Node writes the names of headers. */
export const requestIdHeader = 'x-request-id';

/** How proxies name requests: a UUID, nginx's `$request_id`, a trace id. Any other text would be a stranger's in our log. */
const wellFormed = /^[0-9a-f][0-9a-f-]{14,62}[0-9a-f]$/i;

/** The name of a request: the one it came with, if it is well formed, else a new one. */
export function requestIdOf(headers: Pick<Headers, 'get'>): string {
  const sent = headers.get(requestIdHeader) ?? '';
  return wellFormed.test(sent) ? sent : randomUUID();
}
