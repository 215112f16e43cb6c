import type { FileHandle } from 'node:fs/promises';
import { type Entry, fromFdPromise, getFileNameLowLevel } from 'yauzl';

const endRecord = 22;
const longestComment = 65_535;
const entryHeader = 46;
/** Of a directory that is read; that of an office document with a thousand pictures has some 100 kB. */
const [mostEntries, mostBytes] = [10_000, 4 * 1024 * 1024];

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
  const [count, size, offset] = [tail.readUInt16LE(at + 10), tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
  const gap = byteSize - tail.length + at - (offset + size);
  if (count > mostEntries || size > mostBytes || (gap !== 0 && !(await isZip64End(file, offset + size, gap))))
    return null;
  const entries = await entriesOf(file, size);
  return entries?.length === count ? entries.flatMap(namesOf) : null;
}

/** Null when the directory cannot be read, or is not of this size in bytes. */
async function entriesOf(file: FileHandle, size: number): Promise<Entry[] | null> {
  const entries: Entry[] = [];
  // yauzl goes by the number of entries, other readers by the size: entries between the two would stay unseen.
  let left = size;
  try {
    // Names stay bytes, because yauzl refuses some where it decodes them.
    const archive = await fromFdPromise(file.fd, { autoClose: false, decodeStrings: false });
    if (archive.entryCount > mostEntries) return null;
    for await (const entry of archive.eachEntry()) {
      left -= lengthOf(entry);
      if (left < 0) return null;
      entries.push(entry);
    }
  } catch {
    return null; // yauzl has no kind of error of its own: whatever it could not read has no readable directory
  }
  return left === 0 ? entries : null;
}

function lengthOf({ fileNameLength, extraFieldLength, fileCommentLength }: Entry): number {
  return entryHeader + fileNameLength + extraFieldLength + fileCommentLength;
}

/** The name in the entry and, where a further field gives another, that one too: readers differ in which they believe. */
function namesOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string[] {
  const names = [fileNameRaw.toString(), getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)];
  return [...new Set(names.map((name) => name.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '')))];
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
