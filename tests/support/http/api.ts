import { NextRequest } from 'next/server';
import type { RouteHandler } from '@/lib/doors/facts';

type Call = {
  /** A bearer token. */
  token?: string | undefined;
  /** Further request headers. */
  headers?: Record<string, string>;
  /** The dynamic segments of the path. */
  params?: Record<string, string>;
  query?: string;
  path?: string;
  /** Sent as JSON; a string is sent as it is. */
  body?: unknown;
  method?: string;
};

/** A response: the status and the JSON body as the API sends it (null if empty). */
// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever fields it expects, and fails where they are missing.
export type Answer = { status: number; body: any; headers: Headers };

/** Calls a route handler directly, without a server. */
export async function call(
  handler: RouteHandler,
  { token, headers = {}, params, path = '/api/test', query = '', body, method }: Call = {},
): Promise<Answer> {
  const verb = method ?? (body === undefined ? 'GET' : 'POST');
  const init = {
    method: verb,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
  const request = new NextRequest(`http://localhost:3000${path}${query}`, init);
  const response = await handler(request, params ? { params: Promise.resolve(params) } : {}); // as Next does
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text), headers: response.headers };
}
