import type { FileHandle } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import { type Entry, fromFdPromise, getFileNameLowLevel } from 'yauzl';

const endRecord = 22;
const longestComment = 65_535;
const entryHeader = 46;
const localHeader = 30;
/** Bytes of an entry that is read as text. */
const mostText = 1_024;
/** Limits of a directory that is read; that of an Office document with a thousand pictures has some 100 kB. */
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

/** An entry of an archive with its names, normalised as readers do: with slashes, from the root. */
export type NamedEntry = Entry & { names: string[] };

/**
 * The entries of a ZIP archive, read from its directory; nothing is unpacked, so a zip bomb does no harm. Null for an unreadable
 * directory or a wrong number of entries.
 */
export async function zipEntries(file: FileHandle, byteSize: number): Promise<NamedEntry[] | null> {
  const tail = await tailOf(file, byteSize);
  const at = endOfArchive(tail);
  if (at < 0) return null;
  const [count, size, offset] = [tail.readUInt16LE(at + 10), tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
  const gap = byteSize - tail.length + at - (offset + size);
  if (count > mostEntries || size > mostBytes || (gap !== 0 && !(await isZip64End(file, offset + size, gap))))
    return null;
  const entries = await entriesOf(file, size);
  return entries?.length === count ? entries.map((entry) => Object.assign(entry, { names: namesOf(entry) })) : null;
}

/** The text of a small entry, stored or deflated; null for a large, encrypted or damaged one. */
export async function entryText(file: FileHandle, entry: Entry): Promise<string | null> {
  if (entry.compressedSize > mostText || entry.isEncrypted()) return null;
  const header = await bytesAt(file, entry.relativeOffsetOfLocalHeader, localHeader);
  if (header.length < localHeader || header.readUInt32LE(0) !== 0x04034b50) return null;
  const start = entry.relativeOffsetOfLocalHeader + localHeader + header.readUInt16LE(26) + header.readUInt16LE(28);
  const bytes = await bytesAt(file, start, entry.compressedSize);
  if (entry.compressionMethod === 0) return bytes.toString('latin1');
  try {
    return inflateRawSync(bytes, { maxOutputLength: mostText }).toString('latin1');
  } catch {
    return null; // damaged, of another method, or longer than the limit
  }
}

/** The directory's entries; null when it cannot be read or is not of `size` bytes. */
async function entriesOf(file: FileHandle, size: number): Promise<Entry[] | null> {
  const entries: Entry[] = [];
  // yauzl stops by the number of entries, other readers by the size: entries between the two limits would be missed.
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
    return null; // yauzl has no error class of its own, so every error means an unreadable directory
  }
  return left === 0 ? entries : null;
}

function lengthOf({ fileNameLength, extraFieldLength, fileCommentLength }: Entry): number {
  return entryHeader + fileNameLength + extraFieldLength + fileCommentLength;
}

/** The name in the entry, and the one in an extra field where it differs: readers differ in which one they use. */
function namesOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string[] {
  const names = [fileNameRaw.toString(), getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)];
  return [...new Set(names.map((name) => name.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '')))];
}

/** Whether a ZIP64 end record and its locator fill the gap: some programs write them for small archives too. */
async function isZip64End(file: FileHandle, position: number, gap: number): Promise<boolean> {
  return gap === 56 + 20 && (await bytesAt(file, position, 4)).toString('latin1') === 'PK\u0006\u0006';
}

/** Reads `length` bytes of a file from a position, or fewer at its end. */
export async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
