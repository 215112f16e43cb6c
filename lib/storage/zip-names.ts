import type { FileHandle } from 'node:fs/promises';

const endRecord = 22;
const longestComment = 65_535;
const entryHeader = 46;
/** Bytes of a directory that is read; an office document of a thousand pictures has some 100 kB. */
const largestDirectory = 4 * 1024 * 1024;

/** The position of an archive's end record in the last bytes of a file, or -1: the record whose comment ends with the file. */
export function endOfArchive(tail: Buffer): number {
  for (let at = tail.length - endRecord; at >= 0; at--) {
    if (tail.readUInt32LE(at) === 0x06054b50 && at + endRecord + tail.readUInt16LE(at + 20) === tail.length) return at;
  }
  return -1;
}

/** The last bytes of a file, where an archive's end record must be. */
export function tailOf(file: FileHandle, byteSize: number): Promise<Buffer> {
  const length = Math.min(byteSize, endRecord + longestComment);
  return bytesAt(file, byteSize - length, length);
}

/**
 * The names of a ZIP archive's entries, read from its directory: nothing is ever unpacked, so a bomb stays wrapped. As readers
 * take them: with slashes, from the top. Null when it has no readable directory, or when that lies about how many there are.
 */
export async function zipNames(file: FileHandle, byteSize: number): Promise<string[] | null> {
  const tail = await tailOf(file, byteSize);
  const at = endOfArchive(tail);
  if (at < 0) return null;
  const [size, offset] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
  const gap = byteSize - tail.length + at - (offset + size);
  if (size > largestDirectory || (gap !== 0 && !(await isZip64End(file, offset + size, gap)))) return null;
  const directory = await bytesAt(file, offset, size);
  const names: string[] = [];
  for (let entry = 0; entry + entryHeader <= directory.length; ) {
    if (directory.readUInt32LE(entry) !== 0x02014b50) return null;
    const nameEnd = entry + entryHeader + directory.readUInt16LE(entry + 28);
    const name = directory.toString('utf8', entry + entryHeader, nameEnd);
    names.push(name.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, ''));
    entry = nameEnd + directory.readUInt16LE(entry + 30) + directory.readUInt16LE(entry + 32);
  }
  return names.length === tail.readUInt16LE(at + 10) ? names : null;
}

/** Some programs write the larger end record of ZIP64, and its locator, although the archive is small. */
async function isZip64End(file: FileHandle, position: number, gap: number): Promise<boolean> {
  return gap === 56 + 20 && (await bytesAt(file, position, 4)).toString('latin1') === 'PK\u0006\u0006';
}

/** So many bytes of a file from a position on; fewer where it ends. */
export async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
