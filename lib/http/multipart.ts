import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { Busboy } from '@fastify/busboy';
import { AppError, invalid } from '@/lib/errors';
import type { UploadKind } from '@/lib/storage/kinds';
import { type SpooledFile, spoolUpload } from '@/lib/storage/spool';

/** What a form with files said. The caller discards the files, whatever becomes of them. */
export type Multipart = { fields: [name: string, value: string][]; files: SpooledFile[] };

type Wanted = {
  kind: UploadKind;
  /** The name of the file field as the form writes it, and as messages are about it. */
  part: string;
  field: string;
  /** How many files at most. */
  most: number;
};

/** A boundary has at most 70 characters (RFC 2046, 5.1.1). */
const multipart = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"[^"]{1,70}"|[^\s";]{1,70})\s*(?:;|$)/i;

const limits = { fields: 100, fieldSize: 100_000, headerPairs: 20, headerSize: 16_384 };

/**
 * Reads a multipart/form-data body as it comes, its files straight to disk. The first thing wrong ends the reading, and
 * nothing of the body is left. Throws UNSUPPORTED_TYPE, TOO_LARGE, UNAVAILABLE, or VALIDATION.
 */
export async function readMultipart(request: Request, { kind, part, field, most }: Wanted): Promise<Multipart> {
  const contentType = request.headers.get('content-type') ?? '';
  if (!multipart.test(contentType) || !request.body)
    throw new AppError('UNSUPPORTED_TYPE', { reason: { key: 'notMultipart' } });
  const parser = new Busboy({ headers: { 'content-type': contentType }, limits: { ...limits, files: most } });
  const fields: Multipart['fields'] = [];
  const spooling: Promise<SpooledFile>[] = [];
  const ended = new AbortController();
  const fail = (error: unknown) => ended.abort(error);

  parser.on('field', (name, value, _, truncated) => {
    if (truncated) fail(tooMuch());
    else fields.push([name, value]);
  });
  parser.on('file', (name, bytes, fileName) => {
    // A body that ends too early is told to its parts too, when nobody reads them any more; the parser says it below.
    bytes.on('error', () => undefined);
    // A file input that was left empty sends a file without a name.
    if (!fileName) return void bytes.resume();
    if (name !== part) return fail(invalid({ [name]: 'unknownField' }));
    const file = spoolUpload(bytes, { kind, fileName, field, signal: ended.signal });
    file.catch(fail);
    spooling.push(file);
  });
  parser.on('filesLimit', () => fail(invalid({ [field]: { key: 'tooManyFiles', params: { maximum: most } } })));
  parser.on('fieldsLimit', () => fail(tooMuch()));

  try {
    // The same class at run time; only the two type libraries disagree.
    const body = Readable.fromWeb(request.body as ReadableStream<Uint8Array> as NodeReadableStream);
    await pipeline(body, parser, { signal: ended.signal });
    return { fields, files: await Promise.all(spooling) };
  } catch (error) {
    fail(error);
    for (const file of await Promise.allSettled(spooling)) if (file.status === 'fulfilled') await file.value.discard();
    throw ended.signal.reason instanceof AppError ? ended.signal.reason : broken();
  }
}

function tooMuch(): AppError {
  return new AppError('TOO_LARGE', { reason: { key: 'formTooLarge' } });
}

/** The sender went away, or sent something that is not a form. */
function broken(): AppError {
  return new AppError('VALIDATION', { reason: { key: 'uploadBroken' } });
}
