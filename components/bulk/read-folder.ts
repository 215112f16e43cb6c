import { v4 as uuid } from 'uuid';
import { type Found, mostFiles, TooMany, together } from '@/components/bulk/bulk-item';
import { placeOf } from '@/components/bulk/entry-path';
import { readArchive } from '@/components/bulk/read-archive';

type Sent = { path: string; file: File };

/** What was chosen by a picker for files or for a folder. Throws as readArchive. */
export function readChosen(files: Iterable<File>): Promise<Found> {
  return read([...files].map((file) => ({ path: file.webkitRelativePath || file.name, file })));
}

/**
 * What was dropped: files, ZIPs and folders with all that is in them. The entries are taken before the first wait, because the
 * browser empties the list after the event. Throws as readArchive.
 */
export async function readDropped(items: DataTransferItemList): Promise<Found> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const sent: Sent[] = [];
  for (const entry of entries) await collect(entry, sent);
  return read(sent);
}

async function collect(entry: FileSystemEntry, sent: Sent[]): Promise<void> {
  if (sent.length > mostFiles) throw new TooMany();
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    sent.push({ path: entry.fullPath.replace(/^\//, ''), file });
    return;
  }
  if (!isDirectory(entry)) return;
  const reader = entry.createReader();
  // Browsers list a hundred entries at a time, and none after the last.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    for (const inner of some) await collect(inner, sent);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

async function read(sent: readonly Sent[]): Promise<Found> {
  const finds: Found[] = [];
  const own: Found = { items: [], leftOut: [], system: 0 };
  for (const { path, file } of sent) {
    const place = placeOf(path);
    if (place === 'system') own.system++;
    else if (place === 'outside') own.leftOut.push({ path, reason: 'outside' });
    // A ZIP beside others is opened; one in a folder is a file like any other, and none that a project takes.
    else if (place.folder === '' && /\.zip$/i.test(place.name)) finds.push(await readArchive(file));
    else own.items.push({ ...place, key: uuid(), size: file.size, open: async () => file });
  }
  return together([own, ...finds]);
}
