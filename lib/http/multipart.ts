import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { Busboy } from '@fastify/busboy';
import { AppError, invalid } from '@/lib/errors';
import { sentFileName } from '@/lib/http/sent-file-name';

/** A received file, which must be discarded. `discard` may be called twice and never throws. */
type Discardable = { discard(): Promise<void> };

/** The fields and files of a form. The caller discards the files in every case. */
export type Multipart<F> = { fields: [name: string, value: string][]; files: F[] };

type Wanted<F> = {
  /** The name of the file field in the form (`part`) and in messages (`field`). */
  part: string;
  field: string;
  /** The maximum number of files. */
  most: number;
  /** Receives the bytes and the sent name of a file as they arrive; `signal` aborts when another part fails. */
  receive: (bytes: Readable, file: { fileName: string; signal: AbortSignal }) => Promise<F>;
};

/** A boundary has at most 70 characters (RFC 2046, 5.1.1). */
const multipart = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"[^"]{1,70}"|[^\s";]{1,70})\s*(?:;|$)/i;

const limits = { fields: 100, fieldSize: 100_000, headerPairs: 20, headerSize: 16_384 };

/**
 * Reads a multipart/form-data body as it arrives and passes each file to `receive`. The first error ends the reading and
 * discards the files received so far. Throws UNSUPPORTED_TYPE, TOO_LARGE, VALIDATION, and the errors of `receive`.
 */
export async function readMultipart<F extends Discardable>(
  request: Request,
  { part, field, most, receive }: Wanted<F>,
): Promise<Multipart<F>> {
  const contentType = request.headers.get('content-type') ?? '';
  if (!multipart.test(contentType) || !request.body)
    throw new AppError('UNSUPPORTED_TYPE', { reason: { key: 'notMultipart' } });
  const parser = new Busboy({ headers: { 'content-type': contentType }, limits: { ...limits, files: most } });
  const fields: Multipart<F>['fields'] = [];
  const receiving: Promise<F>[] = [];
  const ended = new AbortController();
  const fail = (error: unknown) => ended.abort(error);

  parser.on('field', (name, value, _, truncated) => {
    if (truncated) fail(tooMuch());
    else fields.push([name, value]);
  });
  parser.on('file', (name, bytes, fileName) => {
    // A body that ends too early fails its unread parts too; the parser reports the error below.
    bytes.on('error', () => undefined);
    // An empty file input sends a file without a name.
    if (!fileName) return void bytes.resume();
    if (name !== part) return fail(invalid({ [name]: 'unknownField' }));
    const file = receive(bytes, { fileName: sentFileName(fileName), signal: ended.signal });
    file.catch(fail);
    receiving.push(file);
  });
  parser.on('filesLimit', () => fail(invalid({ [field]: { key: 'tooManyFiles', params: { maximum: most } } })));
  parser.on('fieldsLimit', () => fail(tooMuch()));

  try {
    // The same class at run time; only the two type libraries disagree.
    const body = Readable.fromWeb(request.body as ReadableStream<Uint8Array> as NodeReadableStream);
    await pipeline(body, parser, { signal: ended.signal });
    return { fields, files: await Promise.all(receiving) };
  } catch (error) {
    fail(error);
    for (const file of await Promise.allSettled(receiving)) if (file.status === 'fulfilled') await file.value.discard();
    throw ended.signal.reason instanceof AppError ? ended.signal.reason : broken();
  }
}

function tooMuch(): AppError {
  return new AppError('TOO_LARGE', { reason: { key: 'formTooLarge' } });
}

/** The connection closed early, or the body is no form. */
function broken(): AppError {
  return new AppError('VALIDATION', { reason: { key: 'uploadBroken' } });
}
