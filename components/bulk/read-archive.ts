import type { FileEntry } from '@zip.js/zip.js/lib/zip-core-native.js';
import { v4 as uuid } from 'uuid';
import {
  type BulkItem,
  type Found,
  type LeftOut,
  mostFiles,
  TooMany,
  UnreadableArchive,
  UnreadableEntry,
} from '@/components/bulk/bulk-item';
import { isArchive, placeOf, type Refusal } from '@/components/bulk/entry-path';

/** Times by which an entry may grow when it is unpacked; deflate reaches 1,032. Text grows by 20, an empty drawing by 100. */
const mostGrowth = 200;
/** Bytes below which an entry may grow as it likes: it does no harm. */
const harmless = 1024 * 1024;
/** Entries that are read at all: those of systems and folders are beside the files. */
const mostEntries = 4 * mostFiles;

/** Stored, and deflated: others are rare, and a browser has no decoder for them. */
const methods = [0, 8];

/**
 * Reads the directory of a ZIP and unpacks nothing yet. Names are UTF-8 where the archive says so or they are valid UTF-8, and else
 * CP437. Entries that lead outside, links, encrypted ones, archives and bombs are left out by name. Throws UnreadableArchive, TooMany.
 */
export async function readArchive(file: File): Promise<Found> {
  const { BlobReader, ZipReader } = await import('@zip.js/zip.js/lib/zip-core-native.js');
  // Every check of names is ours, so that a refusal has its name and the other entries are taken.
  const reader = new ZipReader(new BlobReader(file), { filenameValidation: 'tolerant' });
  const items: BulkItem[] = [];
  const leftOut: LeftOut[] = [];
  let [system, seen] = [0, 0];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (++seen > mostEntries || items.length > mostFiles) throw new TooMany();
      if (entry.directory) continue;
      const place = placeOf(entry.filename);
      if (place === 'system') system++;
      else if (place === 'outside') leftOut.push({ path: entry.filename, reason: 'outside' });
      else {
        const reason = refusalOf(entry);
        if (reason) leftOut.push({ path: entry.filename, reason });
        else
          items.push({ ...place, key: uuid(), size: entry.uncompressedSize, open: () => unpacked(entry, place.name) });
      }
    }
  } catch (error) {
    throw error instanceof TooMany ? error : new UnreadableArchive(file.name, { cause: error });
  }
  return { items, leftOut, system };
}

function refusalOf(entry: FileEntry): Refusal | null {
  const { encrypted, symlink, filename, compressionMethod, compressedSize, uncompressedSize } = entry;
  if (symlink) return 'link';
  if (encrypted) return 'encrypted';
  if (isArchive(filename)) return 'archive';
  if (!methods.includes(compressionMethod)) return 'method';
  if (uncompressedSize > harmless && uncompressedSize > compressedSize * mostGrowth) return 'bomb';
  return null;
}

/** The entry as a file. Ends at the size that the directory tells: what is longer lies about it. Throws UnreadableEntry. */
async function unpacked(entry: FileEntry, name: string): Promise<File> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const target = new WritableStream<Uint8Array<ArrayBuffer>>({
    write(part) {
      size += part.length;
      if (size > entry.uncompressedSize) throw new Error('longer than its directory tells');
      parts.push(part);
    },
  });
  try {
    await entry.getData(target, { useWebWorkers: false, checkSignature: true, checkOverlappingEntry: true });
  } catch (error) {
    throw new UnreadableEntry(entry.filename, { cause: error });
  }
  const at = entry.lastModDate.getTime();
  return new File(parts, name, Number.isFinite(at) ? { lastModified: at } : {});
}
