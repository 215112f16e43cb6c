/**
 * Decodes the name of an uploaded file. Browsers write quotes and line breaks in multipart names as %22, %0D and %0A
 * (WHATWG HTML, multipart/form-data) and leave other `%` as they are; mail programs and scripts write encoded words (RFC 2047).
 */
export function sentFileName(name: string): string {
  return name
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?([\w-]+)\?([BbQq])\?([^?\s]*)\?=/g, decodedWord)
    .replace(/%(22|0D|0A)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Decodes an encoded word; leaves it unchanged where its charset is unknown or does not fit its bytes. */
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
