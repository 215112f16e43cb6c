import { notFound } from '@/lib/errors';
import { rangeOf } from '@/lib/http/byte-range';
import { contentDisposition } from '@/lib/http/content-disposition';
import { lengthHeader } from '@/lib/http/length-header';
import type { ServedFile } from '@/lib/storage/columns';
import { isDrawnByBrowsers } from '@/lib/storage/kinds';
import { store } from '@/lib/storage/store';

export type Disposition = 'attachment' | 'inline';

/**
 * A file as the answer to a GET or HEAD: whole (200), in part (206), unchanged (304), or refused because the range starts after
 * its end (416). Types that browsers cannot show are always attachments. Throws NOT_FOUND while the bytes are not stored.
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

/** Cancels the body of an aborted request: Next drops the answer without doing so, and the file would stay open. */
function endWithRequest(signal: AbortSignal, body: ReadableStream): void {
  // A body that is being sent is locked; it ends with its connection.
  const end = () => void body.cancel().catch(() => undefined);
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
}

/**
 * Browsers revalidate the file each time (a 304 is cheap), so that a revoked right takes effect at once. The other headers
 * keep a disguised web page from running or loading anything on this origin.
 */
export const safely = {
  'Cache-Control': 'private, no-cache',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy':
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
};

/** Whether the caller's copy is current: by ETag, or else by date (RFC 9110: the ETag decides where both are sent). */
function isUnchanged(headers: Headers, etag: string, modified: Date): boolean {
  const known = headers.get('if-none-match');
  if (known !== null)
    return known.trim() === '*' || known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  // Only the exact date matches (`exact` in nginx): an older file may be published later.
  return headers.get('if-modified-since') === modified.toUTCString();
}

/** Whether the caller's first part belongs to this file (If-Range); if not, the answer is the whole file. */
function stillMeant(headers: Headers, etag: string, modified: Date): boolean {
  const condition = headers.get('if-range')?.trim();
  return condition === undefined || condition === etag || Date.parse(condition) === modified.getTime();
}
