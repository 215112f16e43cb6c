import { partsOf } from '@/lib/storage/file-name';

/** The states of an archive, as PostgreSQL declares them. */
export const exportStates = ['waiting', 'working', 'ready', 'failed', 'expired'] as const;
export type ExportState = (typeof exportStates)[number];

/**
 * Why there is no archive. `accessEnded`: the person lost their access before it was done. `trouble`: it failed again and again.
 */
export const exportReasons = ['accessEnded', 'trouble'] as const;
export type ExportReason = (typeof exportReasons)[number];

/** Days for which an archive can be downloaded. */
export const keptDays = 7;

/** Archives that one person may ask for about a client within a day: each is the work of minutes. */
export const mostPerDay = 5;

/** Tries after which an archive is given up. */
export const mostTries = 5;

/** The longest part of a path in characters: several of them stay within the 260 of Windows. */
const longestFolder = 60;

/**
 * Gives each file of an archive a path of its own: a second `plan.pdf` of a folder becomes `plan (2).pdf`. Names that differ in case
 * alone count as equal, because most computers take them for one.
 */
export function uniquePaths(): (folders: readonly string[], fileName: string) => string {
  const taken = new Set<string>();
  return (folders, fileName) => {
    const { stem, ending } = partsOf(fileName);
    const dotted = ending === '' ? '' : `.${ending}`;
    for (let count = 1; ; count++) {
      const path = [...folders, `${stem}${count === 1 ? '' : ` (${count})`}${dotted}`].join('/');
      const key = path.normalize('NFC').toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return path;
    }
  };
}

/** A name as a folder: cut, without the blanks and dots at its end that Windows drops. */
export function folderName(name: string): string {
  return (
    [...name]
      .slice(0, longestFolder)
      .join('')
      .replace(/[. ]+$/, '') || '_'
  );
}
