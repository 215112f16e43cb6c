/** Lower case, as Node writes the names of headers. */
export const requestIdHeader = 'x-request-id';

/** The forms of request ids that proxies send: a UUID, nginx's `$request_id`, a trace id. Other text must not reach the log. */
const wellFormed = /^[0-9a-f][0-9a-f-]{14,62}[0-9a-f]$/i;

/** The id of a request: the sent one if it is well formed, else a new one. */
export function requestIdOf(headers: Pick<Headers, 'get'>): string {
  const sent = headers.get(requestIdHeader) ?? '';
  return wellFormed.test(sent) ? sent : crypto.randomUUID();
}
