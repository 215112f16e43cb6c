import type { Readable } from 'node:stream';
import { Dicer } from '@fastify/busboy';
import { AppError, invalid } from '@/lib/errors';
import { paced } from '@/lib/http/pace';
import { type PartNames, partDisposition, textOf } from '@/lib/http/part-disposition';

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
const multipart = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s";]{1,70}))\s*(?:;|$)/i;

const limits = { fields: 100, fieldSize: 100_000 };
const headerLimits = { maxHeaderPairs: 20, maxHeaderSize: 16_384 };

/**
 * Reads a multipart/form-data body as it arrives and passes each file to `receive`. The first error ends the reading and
 * discards the files received so far. Throws UNSUPPORTED_TYPE, TOO_LARGE, VALIDATION, and the errors of `receive`.
 */
export async function readMultipart<F extends Discardable>(
  request: Request,
  { part, field, most, receive }: Wanted<F>,
): Promise<Multipart<F>> {
  const contentType = request.headers.get('content-type') ?? '';
  const [, quoted, boundary = quoted] = multipart.exec(contentType) ?? [];
  if (boundary === undefined || !request.body)
    throw new AppError('UNSUPPORTED_TYPE', { reason: { key: 'notMultipart' } });
  // The parser emits `finish` itself when the last part was read.
  const settings = { boundary, ...headerLimits, autoDestroy: false };
  const parser = new Dicer(settings);
  const reading: Promise<[name: string, value: string]>[] = [];
  const receiving: Promise<F>[] = [];
  const ended = new AbortController();
  const fail = (error: unknown) => ended.abort(error);

  let parts = 0;
  const open = (bytes: Readable, names: PartNames | null) => {
    if (++parts > limits.fields + most) fail(tooMuch());
    // An empty file input sends a file without a name.
    if (ended.signal.aborted || !names || names.fileName === '') return void bytes.resume();
    if (names.fileName === undefined) return void reading.push(readField(bytes, names.name));
    if (names.name !== part) return fail(invalid({ [names.name]: 'unknownField' }));
    if (receiving.length === most)
      return fail(invalid({ [field]: { key: 'tooManyFiles', params: { maximum: most } } }));
    const file = receive(bytes, { fileName: names.fileName, signal: ended.signal });
    file.catch(fail);
    receiving.push(file);
  };
  const readField = (bytes: Readable, name: string) =>
    new Promise<[name: string, value: string]>((resolve) => {
      let value = '';
      bytes.on('data', (chunk: Buffer) => {
        value += chunk.toString('latin1');
        if (value.length > limits.fieldSize) fail(tooMuch());
      });
      bytes.once('end', () => resolve([name, textOf(value)]));
    });
  parser.on('part', (bytes) => {
    // A body that ends too early fails its unread parts too; the parser reports the error below.
    bytes.on('error', () => undefined);
    bytes.on('header', (header) => {
      // The header's names in lower case with their values, as bytes in Latin-1; typed `object`.
      const { 'content-disposition': [disposition = ''] = [] } = header as Record<string, string[] | undefined>;
      open(bytes, partDisposition(disposition));
    });
  });

  try {
    await feed(parser, paced(request.body), ended.signal);
    // The parser finishes before the last part has passed on its end.
    const fields = await Promise.all(reading);
    // Some programs send an empty file input as an empty field.
    const sent = fields.filter(([name, value]) => name !== part || value !== '');
    return { fields: sent, files: await Promise.all(receiving) };
  } catch (error) {
    fail(error);
    for (const file of await Promise.allSettled(receiving)) if (file.status === 'fulfilled') await file.value.discard();
    throw ended.signal.reason instanceof AppError ? ended.signal.reason : broken();
  }
}

/** Writes a body into the parser until its last part was read. Throws the reason of the signal as soon as it aborts. */
function feed(parser: Dicer, body: AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<void> {
  // Not by `pipeline`: the parser emits `finish` when the last part was read, which may be before its end was called.
  return new Promise((resolve, reject) => {
    parser.once('finish', resolve);
    parser.once('error', reject);
    const aborted = new Promise<void>((abort) => signal.addEventListener('abort', () => abort()));
    void aborted.then(() => reject(signal.reason));
    const writeAll = async () => {
      for await (const chunk of body) {
        const written = new Promise<void>((done) => parser.write(chunk, () => done()));
        await Promise.race([written, aborted]);
        if (signal.aborted) return;
      }
      parser.end();
    };
    writeAll().catch(reject);
  });
}

function tooMuch(): AppError {
  return new AppError('TOO_LARGE', { reason: { key: 'formTooLarge' } });
}

/** The connection closed early, or the body is no form. */
function broken(): AppError {
  return new AppError('VALIDATION', { reason: { key: 'uploadBroken' } });
}
