import type { ContentType } from '@/lib/storage/kinds';

/** Why a file is of no type that the portal accepts, as the key of a message. */
export type Refusal =
  | 'fileUnsafe'
  | 'fileProtected'
  | 'fileOldOffice'
  | 'fileArchive'
  | 'fileMail'
  | 'fileDrawing'
  | 'fileRichText'
  | 'heicPhoto';

/** The type of a file by its bytes, or why it is refused; null for one that is damaged or unknown. */
export type Sniffed = { type: ContentType } | { refused: Refusal } | null;

/** Text that a system or a browser runs from its first characters on. */
const program =
  /^\s*(?:#!|<\?(?:xml|php)|<!doctype\b|<(?:html|head|body|script|svg|iframe|object|embed)(?:\s+[\w:-]+\s*=[^>]*|\s*\/?)>)/i;

/** The end of an element that only a web page has. A word in angle brackets (“<head of site>”) has none. */
const webPage = /<\/(?:html|head|body|script|svg|iframe|object)\s*>|<\?php\s/i;

/**
 * The text at the start of a file: UTF-16 where a byte order mark says so, else one character a byte, which is enough to look for
 * ASCII. Null where control characters show that it is binary. DOS ends a text with 0x1a.
 */
export function textOf(head: Buffer): string | null {
  const mark = head.toString('latin1', 0, 2);
  const even = head.subarray(2, head.length - (head.length % 2));
  const text =
    mark === '\u00ff\u00fe'
      ? even.toString('utf16le')
      : mark === '\u00fe\u00ff'
        ? Buffer.from(even).swap16().toString('utf16le')
        : head.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters, which no text has, mark binary data.
  return /[\u0000-\u0008\u000e-\u0019\u001c-\u001f]/.test(text) ? null : text;
}

/** The type of a text by its name, `txt` or `csv`, or why it is refused. A name without an ending is one of a text. */
export function sniffText(text: string, ending: string): Sniffed {
  if (program.test(text) || webPage.test(text)) return { refused: 'fileUnsafe' };
  if (ending === 'csv') return { type: 'text/csv' };
  if (ending === 'txt') return { type: 'text/plain' };
  if (text.startsWith('{\\rtf')) return { refused: 'fileRichText' };
  if (/^(?:\s*999\r?\n.*\r?\n)*\s*0\r?\nSECTION\r?\n/.test(text)) return { refused: 'fileDrawing' };
  if (isMail(text)) return { refused: 'fileMail' };
  return ending === '' ? { type: 'text/plain' } : null;
}

/** At least two of the header lines that mails have (RFC 5322), before the first empty line. */
function isMail(text: string): boolean {
  const [header = ''] = text.split(/\r?\n\r?\n/, 1);
  return (header.match(/^(?:From|To|Subject|Date|Received|Return-Path|Message-ID|MIME-Version):/gim) ?? []).length >= 2;
}
