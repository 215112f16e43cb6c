/**
 * The name of a file as its sender meant it. Browsers write quotes and line breaks in multipart names as %22, %0D and %0A
 * (WHATWG HTML, multipart/form-data) and other `%` as they are; mail programs and scripts write encoded words (RFC 2047).
 */
export function sentFileName(name: string): string {
  return name
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?([\w-]+)\?([BbQq])\?([^?\s]*)\?=/g, decodedWord)
    .replace(/%(22|0D|0A)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** An encoded word as text; as it was where its charset is unknown or its bytes are not of that charset. */
function decodedWord(word: string, charset: string, encoding: string, text: string): string {
  try {
    const bytes = encoding.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : quotedBytes(text);
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return word;
  }
}

function quotedBytes(text: string): Buffer {
  const spelled = text
    .replaceAll('_', ' ')
    .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(spelled, 'latin1');
}
