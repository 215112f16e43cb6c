/** Encoded words of RFC 2047; blanks between two of them are not part of the text. */
const encodedWords = /=\?[\w*-]+\?[BQ]\?[^?\s]*\?=(?:\s*=\?[\w*-]+\?[BQ]\?[^?\s]*\?=)*/gi;
const encodedWord = /=\?([\w-]+)(?:\*[\w-]+)?\?([BQ])\?([^?\s]*)\?=/gi;

/**
 * Decodes the name of an uploaded file: mail programs and scripts write encoded words (RFC 2047), browsers `%22`, `%0D` and
 * `%0A`.
 */
export function sentFileName(name: string): string {
  return unescaped(name.replace(encodedWords, decoded));
}

/**
 * Decodes what browsers write in a name of a form instead of quotes and line breaks (WHATWG HTML, multipart/form-data). They
 * leave other `%` as they are.
 */
export function unescaped(name: string): string {
  return name.replace(/%(22|0D|0A)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Decodes adjacent words; leaves them unchanged where a charset is unknown or does not fit the bytes. */
function decoded(words: string): string {
  const parts = [...words.matchAll(encodedWord)].map(([, charset = '', encoding = '', text = '']) => ({
    charset: charset.toLowerCase(),
    bytes: /b/i.test(encoding) ? Buffer.from(text, 'base64') : quotedBytes(text),
  }));
  const [first] = parts;
  // Some programs cut a character in two: its bytes fit only together.
  const joined = parts.every(({ charset }) => charset === first?.charset)
    ? [{ charset: first?.charset, bytes: Buffer.concat(parts.map(({ bytes }) => bytes)) }]
    : parts;
  try {
    return joined.map(({ charset, bytes }) => new TextDecoder(charset, { fatal: true }).decode(bytes)).join('');
  } catch {
    return words;
  }
}

function quotedBytes(text: string): Buffer {
  const spelled = text
    .replaceAll('_', ' ')
    .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(spelled, 'latin1');
}
