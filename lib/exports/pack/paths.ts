import { cleanFileName, partsOf } from '@/lib/storage/file-name';

/** The longest part of a path in characters: several of them stay within the 260 of Windows. */
const longestName = 60;

/**
 * Gives each file of an archive a path of its own: a second `plan.pdf` of a folder becomes `plan (2).pdf`. Names that differ in case
 * alone count as equal, because most computers take them for one. Slashes in a name, such as in the number of an invoice, are no
 * folders: `../1.pdf` would be refused by whoever writes or opens the archive.
 */
export function uniquePaths(): (folders: readonly string[], fileName: string) => string {
  const taken = new Set<string>();
  return (folders, fileName) => {
    const { stem, ending } = partsOf(cleanFileName(fileName.replace(/[/\\]/g, '-')));
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

/**
 * What people typed, such as the name of a project, as the name of a folder or a file: its slashes are no folders, and it is cut, without
 * the blanks and dots at its end that Windows drops.
 */
export function nameFrom(text: string): string {
  const clean = cleanFileName(text.replace(/[/\\]/g, '-'));
  return (
    [...clean]
      .slice(0, longestName)
      .join('')
      .replace(/[. ]+$/, '') || '_'
  );
}
