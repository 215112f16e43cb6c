import { encodeExtended } from 'content-disposition';

/** Characters that could end the quoted text, and those of a path that NFKD makes of full-width ones: slashes, leading dots. */
const risky = /[^\x20-\x7e]|["\\%/:<>|?*]|^\.+/g;

/**
 * The Content-Disposition header of a file (RFC 6266). Old browsers read `filename` (plain ASCII), all others `filename*`,
 * which takes any name. Both are always written and the first is always quoted, so that all readers parse it alike.
 */
export function contentDisposition(disposition: 'attachment' | 'inline', fileName: string): string {
  const plain = fileName.normalize('NFKD').replace(/\p{M}/gu, '').replace(risky, '_');
  return `${disposition}; filename="${plain}"; filename*=${encodeExtended(fileName.replace(/\p{Cs}/gu, '_'))}`;
}
