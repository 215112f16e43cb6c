import { type FileHandle, open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { type ContentType, isContentType } from '@/lib/storage/kinds';
import { bytesAt, endOfArchive, tailOf, zipNames } from '@/lib/storage/zip-names';

/** The type of a file by its bytes: `unsafe` where a browser or an Office program might run it, null where unknown. */
export type Sniffed = ContentType | 'unsafe' | null;

/** Bytes read from the start: enough for every signature, and to detect an HTML page. */
const headSize = 4_100;

const markup =
  /<(?:!doctype|html|head|body|script|svg|iframe|img|object|embed|meta|\?php)\b|^\ufeff?\s*(?:#!|<\?xml|<\?php)/i;

/**
 * Detects a file's type from its bytes alone. Text is `text/plain`: only the name shows whether it is a table. A file that is
 * valid as two types is not always detected; the headers of lib/doors/file-answer.ts make such a file harmless.
 */
export async function sniff(path: string, byteSize: number): Promise<Sniffed> {
  const file = await open(path);
  try {
    const head = await bytesAt(file, 0, headSize);
    const start = head.toString('latin1', 0, 5);
    if (start.startsWith('PK\u0003\u0004')) return await office(file, byteSize, head);
    if (start === '%PDF-') return await pdf(file, byteSize, head);
    // Before the signatures: some are so short (`BM`) that text can begin with them.
    if (isText(head)) return markup.test(head.toString('latin1')) ? 'unsafe' : 'text/plain';
    const mime = (await fileTypeFromBuffer(head))?.mime;
    if (mime === 'image/heif') return 'image/heic';
    return mime !== undefined && isContentType(mime) ? mime : null;
  } finally {
    await file.close();
  }
}

/** A PDF begins with its signature, has no markup near it, and has no archive's end record. */
async function pdf(file: FileHandle, byteSize: number, head: Buffer): Promise<Sniffed> {
  if (markup.test(head.toString('latin1', 0, 1_024))) return 'unsafe';
  return endOfArchive(await tailOf(file, byteSize)) < 0 ? 'application/pdf' : 'unsafe';
}

const wordProcessor = 'application/vnd.openxmlformats-officedocument';
const parts: [folder: string, type: ContentType][] = [
  ['word/', `${wordProcessor}.wordprocessingml.document`],
  ['xl/', `${wordProcessor}.spreadsheetml.sheet`],
  ['ppt/', `${wordProcessor}.presentationml.presentation`],
];

/** Entries that contain code: old and new macros, and ActiveX controls. */
const program = /vba(?:Project|Data)|macrosheets\/|activeX\/|^(?:Basic|Scripts)\//i;

/** Office documents are ZIP archives whose entries determine the type. Macros make a document unsafe. */
async function office(file: FileHandle, byteSize: number, head: Buffer): Promise<Sniffed> {
  const names = await zipNames(file, byteSize);
  if (names === null) return null;
  if (names.some((name) => program.test(name))) return 'unsafe';
  if (names.includes('[Content_Types].xml'))
    return parts.find(([folder]) => names.some((name) => name.startsWith(folder)))?.[1] ?? null;
  // OpenDocument: the first entry is called `mimetype`, not compressed, and holds the type (30 bytes of header before the name).
  const type = /^mimetype(application\/vnd\.oasis\.opendocument\.[a-z-]+)/.exec(head.toString('latin1', 30, 130))?.[1];
  return type !== undefined && isContentType(type) ? type : null;
}

function isText(head: Buffer): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters, which no text has, mark binary data.
  return !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(head.toString('latin1'));
}
