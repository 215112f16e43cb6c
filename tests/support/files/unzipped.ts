import { createHash } from 'node:crypto';
import { fromBufferPromise } from 'yauzl';

/** The files of a ZIP by their paths, read by another library than the one that writes. */
export async function unzipped(archive: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(archive);
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    files.set(entry.fileName, Buffer.concat(parts));
  }
  return files;
}

/** The files of which `SHA256SUMS` tells something else than their bytes do, and those that it leaves out. */
export function wrongSums(files: ReadonlyMap<string, Buffer>): string[] {
  const sums = new Map(
    (files.get('SHA256SUMS')?.toString() ?? '')
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(66), line.slice(0, 64)] as const),
  );
  const wrong = [...files].flatMap(([path, bytes]) => {
    if (path === 'SHA256SUMS') return [];
    return sums.get(path) === createHash('sha256').update(bytes).digest('hex') ? [] : [path];
  });
  return [...wrong, ...[...sums.keys()].filter((path) => !files.has(path))];
}
