/** What could end the text, and what NFKD makes of full-width letters that would be part of a path: a slash, leading dots. */
const risky = /[^\x20-\x7e]|["\\%/:<>|?*]|^\.+/g;

/**
 * How a browser saves or shows a file (RFC 6266). Old ones read `filename` (plain ASCII), all others `filename*`, which
 * takes any name; the characters that could end either are escaped.
 */
export function contentDisposition(disposition: 'attachment' | 'inline', fileName: string): string {
  const plain = fileName.normalize('NFKD').replace(/\p{M}/gu, '').replace(risky, '_');
  const exact = encodeURIComponent(fileName.replace(/\p{Cs}/gu, '_')).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${disposition}; filename="${plain}"; filename*=UTF-8''${exact}`;
}
