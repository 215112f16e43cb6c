import type { BulkItem, LeftOut } from '@/components/bulk/bulk-item';
import { isArchive, type Refusal } from '@/components/bulk/entry-path';

export type Named = { id: string; name: string };

/** Where the files of a folder go: `photos`, `photos:<phase>`, `documents:<type>`, or '' to leave them out. */
export type Destination = string;

/** What the project takes: endings in lower case without a dot, and bytes. */
export type Accepted = { endings: readonly string[]; maxBytes: number };
export type Offer = {
  phases: readonly Named[];
  types: readonly Named[];
  photos: Accepted;
  documents: Accepted;
  /** The tab from which the page was opened: it decides about pictures in a folder whose name tells nothing. */
  prefer: 'photos' | 'documents';
};

/** A folder with its files and where they go. */
export type FolderRow = { folder: string; count: number; bytes: number; to: Destination };

/** An upload that is planned: the item, and what its form is. */
export type Planned = { item: BulkItem; to: Destination };

/** The folders in the order of their names, each with a guess where its files go. */
export function sortFolders(items: readonly BulkItem[], offer: Offer): FolderRow[] {
  const rows = new Map<string, BulkItem[]>();
  for (const item of items) {
    const files = rows.get(item.folder);
    if (files) files.push(item);
    else rows.set(item.folder, [item]);
  }
  return [...rows]
    .map(([folder, files]) => ({
      ...{ folder, count: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) },
      to: guess(folder, files, offer),
    }))
    .sort((a, b) => a.folder.localeCompare(b.folder, undefined, { numeric: true }));
}

/**
 * A folder with the name of a document type or a phase goes there; the innermost name counts. Others go by what most of their files
 * are: pictures to the photos, the rest to the first type.
 */
function guess(folder: string, files: readonly BulkItem[], { phases, types, photos, prefer }: Offer): Destination {
  for (const part of folder.split('/').reverse()) {
    const type = alike(part, types);
    if (type) return `documents:${type.id}`;
    const phase = alike(part, phases);
    if (phase) return `photos:${phase.id}`;
  }
  const pictures = files.filter(({ name }) => isPicture(name, photos)).length;
  const first = types[0];
  const mostly = pictures * 2 === files.length ? prefer : pictures * 2 > files.length ? 'photos' : 'documents';
  return mostly === 'documents' && first ? `documents:${first.id}` : 'photos';
}

/** A picture by its ending, also of a kind that has to be converted first. */
function isPicture(name: string, { endings }: Accepted): boolean {
  return endings.includes(endingOf(name)) || isHeic(name);
}

/** The record whose name a folder has: without case, accents, numbers in front and marks; a plural counts as its singular. */
function alike(folder: string, named: readonly Named[]): Named | undefined {
  const wanted = plain(folder);
  if (wanted.length < 3) return undefined;
  return (
    named.find(({ name }) => plain(name) === wanted) ??
    named.find(({ name }) => [`${plain(name)}s`, `${plain(name)}e`, `${plain(name)}en`].includes(wanted))
  );
}

function plain(text: string): string {
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/g, 'ss');
  return folded.replace(/^[\d\s._-]+/, '').replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The uploads by the chosen destinations, and the files that are left out because their destination takes no such file. */
export function planOf(
  items: readonly BulkItem[],
  rows: readonly FolderRow[],
  offer: Offer,
): { planned: Planned[]; leftOut: LeftOut[] } {
  const destinations = new Map(rows.map(({ folder, to }) => [folder, to]));
  const planned: Planned[] = [];
  const leftOut: LeftOut[] = [];
  for (const item of items) {
    const to = destinations.get(item.folder) ?? '';
    if (to === '') continue;
    const reason = refusalFor(item, to.startsWith('photos') ? 'photos' : 'documents', offer);
    if (reason) leftOut.push({ path: pathOf(item), reason });
    else planned.push({ item, to });
  }
  return { planned, leftOut };
}

function refusalFor({ name, size }: BulkItem, kind: 'photos' | 'documents', offer: Offer): Refusal | null {
  const { endings, maxBytes } = offer[kind];
  if (isArchive(name)) return 'archive';
  if (isHeic(name)) return 'heic';
  const ending = endingOf(name);
  // A name without an ending gets one from the server, by its bytes.
  if (ending !== '' && !endings.includes(ending)) return kind === 'photos' ? 'photoOnly' : 'type';
  return size > maxBytes ? 'tooLarge' : null;
}

const isHeic = (name: string) => /^hei[cf]$/.test(endingOf(name));

function endingOf(name: string): string {
  return /[^.]\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

export function pathOf({ folder, name }: Pick<BulkItem, 'folder' | 'name'>): string {
  return folder === '' ? name : `${folder}/${name}`;
}
