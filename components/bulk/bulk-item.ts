import type { Place, Refusal } from '@/components/bulk/entry-path';

/** A file of a folder or a ZIP. Its bytes are read when it is sent, so that a large ZIP takes the memory of two files. */
export type BulkItem = Place & {
  /** Also the idempotency key of its upload. */
  key: string;
  /** Bytes, as the folder or the ZIP tells. */
  size: number;
  /** Reads the bytes. Throws UnreadableEntry for an entry that cannot be unpacked. */
  open: () => Promise<File>;
};

/** A file that is not sent, by its path, and why. */
export type LeftOut = { path: string; reason: Refusal };

/** What was found in a folder or a ZIP. `system` counts what a system wrote beside people's files. */
export type Found = { items: BulkItem[]; leftOut: LeftOut[]; system: number };

/** The most files of one go. More are brought in several folders. */
export const mostFiles = 10_000;

/** Thrown for a folder or ZIP with more files than `mostFiles`. */
export class TooMany extends Error {}

/** Thrown for a file that is no readable ZIP. */
export class UnreadableArchive extends Error {}

/** Thrown for an entry of a ZIP that cannot be unpacked: it is damaged, or longer than the directory tells. */
export class UnreadableEntry extends Error {}

/** Several finds as one. Throws TooMany. */
export function together(finds: readonly Found[]): Found {
  const items = finds.flatMap((found) => found.items);
  if (items.length > mostFiles) throw new TooMany();
  return {
    items,
    leftOut: finds.flatMap(({ leftOut }) => leftOut),
    system: finds.reduce((sum, { system }) => sum + system, 0),
  };
}
