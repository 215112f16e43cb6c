import { createHash } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { type SpooledFile, spoolMade } from '@/lib/storage/spool';

/** A ZIP that is being written to this machine's spool, entry by entry. */
export type Archive = {
  /**
   * Adds a file and resolves once its bytes are written, with their SHA-256 in hexadecimal. `deflate` for text; photos and PDFs are
   * compressed already.
   */
  add(path: string, bytes: AsyncIterable<Uint8Array> | Uint8Array | string, deflate?: boolean): Promise<string>;
  /** Adds `SHA256SUMS` about everything before it (as `sha256sum -c` reads it), and ends the archive. */
  finish(): Promise<SpooledFile>;
  /** Removes what was written. */
  abandon(): Promise<void>;
};

/**
 * Opens an archive. Entries and the whole may pass 4 GiB (ZIP64), names are UTF-8, and all entries have the time `at`. Memory holds
 * one entry's buffers and the list of hashes. The methods throw UNAVAILABLE when this disk is full, and what reading an entry throws.
 */
export function openArchive({ fileName, at }: { fileName: string; at: Date }): Archive {
  const zip = new ZipFile();
  // A PassThrough; the types know what can be read from it only.
  const output = zip.outputStream as PassThrough;
  zip.on('error', (error: Error) => output.destroy(error));
  // Its reader is told; entries that still write to it would make the error one of the process.
  output.on('error', () => undefined);
  const spooled = spoolMade(output, { fileName, contentType: 'application/zip' });
  // An entry waits for a reader that is gone once the disk has failed.
  const failure = new Promise<never>((_, reject) => void spooled.catch(reject));
  failure.catch(() => undefined);
  const sums: string[] = [];

  const write = async (path: string, bytes: AsyncIterable<Uint8Array>, deflate: boolean): Promise<string> => {
    const hash = createHash('sha256');
    async function* hashed(parts: AsyncIterable<Uint8Array>) {
      for await (const part of parts) {
        hash.update(part);
        yield part;
      }
    }
    const entry = new PassThrough();
    zip.addReadStream(entry, path, { mtime: at, mode: 0o100644, compress: deflate });
    await Promise.race([pipeline(bytes, hashed, entry), failure]);
    return hash.digest('hex');
  };
  const asStream = (bytes: AsyncIterable<Uint8Array> | Uint8Array | string) => {
    if (typeof bytes === 'string') return Readable.from([Buffer.from(bytes)]);
    return bytes instanceof Uint8Array ? Readable.from([bytes]) : bytes;
  };

  return {
    async add(path, bytes, deflate = false) {
      const hash = await write(path, asStream(bytes), deflate);
      sums.push(`${hash}  ${path}\n`);
      return hash;
    },
    async finish() {
      await write('SHA256SUMS', asStream(sums.join('')), true);
      zip.end();
      return spooled;
    },
    async abandon() {
      output.destroy(new Error('the archive was abandoned'));
      await spooled.then(
        (file) => file.discard(),
        () => undefined,
      );
    },
  };
}
