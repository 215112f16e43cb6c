import { NextRequest } from 'next/server';
import type { RouteHandler } from '@/lib/doors/facts';
import type { Answer } from '@/tests/support/http/api';

type Upload = {
  token?: string | undefined;
  headers?: Record<string, string>;
  params?: Record<string, string>;
  /** The form's fields in order, in snake_case; a File is sent as one. */
  form: [name: string, value: string | File][];
};

export const fileOf = (name: string, bytes: Uint8Array<ArrayBuffer> | string, type = 'application/octet-stream') =>
  new File([bytes], name, { type });

/** The shortest text that every check accepts as a PDF. */
export const smallPdf = (text = 'Plan') =>
  `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n% ${text}\ntrailer<</Root 1 0 R>>\n%%EOF\n`;

/** Sends a form with files to a route handler directly, without a server. */
export async function upload(handler: RouteHandler, { token, headers = {}, params, form }: Upload): Promise<Answer> {
  const body = new FormData();
  for (const [name, value] of form) body.append(name, value);
  const request = new NextRequest('http://localhost:3000/api/test', {
    method: 'POST',
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    body,
  });
  const response = await handler(request, params ? { params: Promise.resolve(params) } : {});
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
}

/** Downloads a file's bytes from a route handler. */
export async function download(
  handler: RouteHandler,
  {
    token,
    headers = {},
    params = {},
    query = '',
    method = 'GET',
  }: Omit<Upload, 'form'> & { query?: string; method?: string },
): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
  const request = new NextRequest(`http://localhost:3000/api/test${query}`, {
    method,
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
  });
  const response = await handler(request, params ? { params: Promise.resolve(params) } : {});
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}
