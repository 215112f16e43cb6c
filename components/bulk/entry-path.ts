/** Why a file is left out before anything is sent. Each is a key of the messages in `bulk.refused`. */
export type Refusal =
  | 'outside'
  | 'link'
  | 'encrypted'
  | 'archive'
  | 'bomb'
  | 'method'
  | 'heic'
  | 'type'
  | 'photoOnly'
  | 'tooLarge';

/** A file's place below the dropped folder or inside the ZIP. `folder` has slashes between its parts and is '' at the top. */
export type Place = { folder: string; name: string };

/** Files that systems put beside people's own: macOS, Windows, and the locks of Word and Excel. */
const systemFile = /^(?:\.ds_store|\.localized|thumbs\.db|desktop\.ini|\._.*|~\$.*)$/i;
const systemFolder = /^(?:__macosx|\.git|\.svn|\$recycle\.bin|system volume information)$/i;

/** Endings of archives, which are not opened inside an archive and not taken as documents. */
const archive = /\.(?:zip|rar|7z|tar|t?gz|bz2|xz|zst)$/i;

/**
 * The place that a path names: `system` for what a system wrote, `outside` for a path that leaves its folder (`..`, absolute, with
 * a drive). Backslashes count as slashes, as Windows has them.
 */
export function placeOf(path: string): Place | 'system' | 'outside' {
  const text = path.replaceAll('\\', '/');
  const parts = text.split('/').filter((part) => part !== '' && part !== '.');
  const isOutside = /^(?:\/|[a-z]:)/i.test(text) || parts.includes('..') || text.includes('\0');
  if (isOutside) return 'outside';
  const name = parts.at(-1) ?? '';
  if (systemFile.test(name) || parts.some((part) => systemFolder.test(part))) return 'system';
  return { folder: parts.slice(0, -1).join('/'), name };
}

export function isArchive(name: string): boolean {
  return archive.test(name);
}

/** The folders without the part that all of them begin with: the name of the dropped folder tells nothing about what is in it. */
export function withoutCommonRoot<T extends Place>(places: readonly T[]): T[] {
  let common = places[0]?.folder.split('/') ?? [];
  for (const { folder } of places) {
    const parts = folder.split('/');
    const differs = common.findIndex((part, at) => part !== parts[at]);
    if (differs >= 0) common = common.slice(0, differs);
  }
  // Where everything lies in one folder its name stays, because it may tell the type.
  const isOne = places.every(({ folder }) => folder === places[0]?.folder);
  const cut = isOne ? Math.max(0, common.length - 1) : common.length;
  return places.map((place) => ({ ...place, folder: place.folder.split('/').slice(cut).join('/') }));
}
