import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A ZIP of these files, with a list of their fingerprints that is right unless it is among them. */
export async function rezipped(files: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, bytes] of files) if (path !== 'SHA256SUMS') zip.addBuffer(bytes, path);
  const sums = [...files]
    .filter(([path]) => path !== 'SHA256SUMS')
    .map(([path, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`);
  zip.addBuffer(files.get('SHA256SUMS') ?? Buffer.from(sums.join('')), 'SHA256SUMS');
  zip.end();
  return buffer(zip.outputStream);
}
