import { encodeExtended } from 'content-disposition';

/** What could end the text, and what NFKD makes of full-width letters that would be part of a path: a slash, leading dots. */
const risky = /[^\x20-\x7e]|["\\%/:<>|?*]|^\.+/g;

/**
 * How a browser saves or shows a file (RFC 6266). Old ones read `filename` (plain ASCII), all others `filename*`, which
 * takes any name. Both are always written, the first always quoted, so that every reader takes the same way.
 */
export function contentDisposition(disposition: 'attachment' | 'inline', fileName: string): string {
  const plain = fileName.normalize('NFKD').replace(/\p{M}/gu, '').replace(risky, '_');
  return `${disposition}; filename="${plain}"; filename*=${encodeExtended(fileName.replace(/\p{Cs}/gu, '_'))}`;
}
