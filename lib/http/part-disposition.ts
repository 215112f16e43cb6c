import { sentFileName, unescaped } from '@/lib/http/sent-file-name';

/** The names of one part of a form; `fileName` is undefined for a field, and empty for a file input without a file. */
export type PartNames = { name: string; fileName: string | undefined };

const parameter = /;\s*([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)(?:"|$)|([^;"]*))/g;

/**
 * Reads the Content-Disposition of a part of a form (RFC 7578), given as its bytes in Latin-1. `filename*` (RFC 8187) is
 * preferred to `filename` (RFC 6266, 4.3). Returns null for a part that is none of a form.
 */
export function partDisposition(header: string): PartNames | null {
  if (!/^\s*form-data\s*(?:;|$)/i.test(header)) return null;
  const sent = new Map<string, string>();
  for (const [, key = '', quoted, bare = ''] of header.matchAll(parameter)) {
    const value = quoted?.replace(/\\(["\\])/g, '$1') ?? bare.trim();
    if (!sent.has(key.toLowerCase())) sent.set(key.toLowerCase(), value);
  }
  const name = sent.get('name');
  if (name === undefined) return null;
  const plain = sent.get('filename');
  const fileName = extendedValue(sent.get('filename*')) ?? (plain === undefined ? plain : sentFileName(textOf(plain)));
  return { name: unescaped(textOf(name)), fileName };
}

/** The text of bytes, which are given in Latin-1: UTF-8, or else Latin-1 as older programs send it. */
export function textOf(bytes: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(bytes, 'latin1'));
  } catch {
    return bytes;
  }
}

/** Decodes `charset'language'percent-encoded`; null for anything else. */
function extendedValue(value = ''): string | null {
  const [, charset = '', encoded = ''] = /^([\w-]+)'[\w-]*'([\w!#$&+.^`|~%-]*)$/.exec(value) ?? [];
  const bytes = encoded.replace(/%([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  try {
    return new TextDecoder(charset, { fatal: true }).decode(Buffer.from(bytes, 'latin1')) || null;
  } catch {
    return null;
  }
}
