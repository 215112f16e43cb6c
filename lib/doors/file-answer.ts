import { notFound } from '@/lib/errors';
import { rangeOf } from '@/lib/http/byte-range';
import { contentDisposition } from '@/lib/http/content-disposition';
import { lengthHeader } from '@/lib/http/length-header';
import type { ServedFile } from '@/lib/storage/columns';
import { isDrawnByBrowsers } from '@/lib/storage/kinds';
import { store } from '@/lib/storage/store';

export type Disposition = 'attachment' | 'inline';

/**
 * A file as the answer to a GET or HEAD: whole, in part (206), unchanged (304) or not in that part (416). What browsers do
 * not draw by themselves is always an attachment. Throws NOT_FOUND while a file's bytes are not stored.
 */
export async function answerWithFile(request: Request, file: ServedFile, wished: Disposition): Promise<Response> {
  if (file.status !== 'stored') throw notFound();
  const byteSize = Number(file.byteSize);
  const etag = `"${Buffer.from(file.sha256).toString('base64url')}"`;
  const modified = new Date(Math.floor(file.createdAt.getTime() / 1000) * 1000);
  const headers = {
    ...safely,
    ETag: etag,
    'Last-Modified': modified.toUTCString(),
    'Accept-Ranges': 'bytes',
    'Content-Type': file.contentType,
    'Content-Disposition': contentDisposition(
      isDrawnByBrowsers(file.contentType) ? wished : 'attachment',
      file.fileName,
    ),
  };
  if (isUnchanged(request.headers, etag, modified)) return new Response(null, { status: 304, headers });

  const asked = stillMeant(request.headers, etag, modified) ? request.headers.get('range') : null;
  const range = rangeOf(asked, byteSize);
  if (range === 'none')
    return new Response(null, { status: 416, headers: { ...safely, 'Content-Range': `bytes */${byteSize}` } });
  const part = range === 'all' ? undefined : range;
  const length = part ? part.end - part.start + 1 : byteSize;
  const body = request.method === 'HEAD' ? null : await store().get(file.storageKey, part);
  const answer = new Response(body, {
    status: part ? 206 : 200,
    headers: {
      ...headers,
      'Content-Length': String(length),
      [lengthHeader]: String(length),
      ...(part ? { 'Content-Range': `bytes ${part.start}-${part.end}/${byteSize}` } : {}),
    },
  });
  if (answer.body) endWithRequest(request.signal, answer.body);
  return answer;
}

/** Next lets go of an answer that nobody waits for any more without cancelling it, and what was opened would stay open. */
function endWithRequest(signal: AbortSignal, body: ReadableStream): void {
  // One that is being sent is locked, and ends with its connection.
  const end = () => void body.cancel().catch(() => undefined);
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
}

/**
 * Whoever may not see the file any more must not see it on the next request either, so it is asked for each time (a 304 is
 * cheap). If a file is a web page in disguise, the rest keeps it from running or loading anything in our name.
 */
const safely = {
  'Cache-Control': 'private, no-cache',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy':
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
};

/** Whether the caller has it already: by ETag, or else by date (RFC 9110: the ETag decides where both are sent). */
function isUnchanged(headers: Headers, etag: string, modified: Date): boolean {
  const known = headers.get('if-none-match');
  if (known !== null)
    return known.trim() === '*' || known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  // Only the very date that was sent with it (nginx calls that `exact`): a file of earlier may be published later.
  return headers.get('if-modified-since') === modified.toUTCString();
}

/** Whether a part still fits the rest that the caller has; if not, it gets the whole file. */
function stillMeant(headers: Headers, etag: string, modified: Date): boolean {
  const condition = headers.get('if-range')?.trim();
  return condition === undefined || condition === etag || Date.parse(condition) === modified.getTime();
}
