import { type FileHandle, open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { type ContentType, isContentType } from '@/lib/storage/kinds';
import { type Sniffed, sniffText, textOf } from '@/lib/storage/sniff-text';
import { bytesAt, endOfArchive, entryText, tailOf, zipEntries } from '@/lib/storage/zip-entries';

/** Bytes read from the start: enough for every signature, and to detect an HTML page. */
const headSize = 4_100;

/** Readers look for the signature of a PDF in the first kilobyte (ISO 32000-1, annex H, note 13). */
const pdfWithin = 1_024;

const markup =
  /<(?:!doctype|html|head|body|script|svg|iframe|img|object|embed|meta|\?php)\b|^\ufeff?\s*(?:#!|<\?xml|<\?php)/i;

/**
 * Detects a file's type from its bytes; of text only the ending of the name shows whether it is a table. A file that is valid
 * as two types is not always detected; the headers of lib/doors/file-answer.ts make such a file harmless.
 */
export async function sniff(path: string, byteSize: number, ending: string): Promise<Sniffed> {
  const file = await open(path);
  try {
    const head = await bytesAt(file, 0, headSize);
    if (head.toString('latin1', 0, 4) === 'PK\u0003\u0004') return await office(file, byteSize);
    if (head.toString('latin1', 0, 8) === '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')
      return await compound(file, byteSize);
    if (await isPdf(file, byteSize, head)) return await pdf(file, byteSize, head);
    // Before the signatures: some are so short (`BM`) that text can begin with them.
    const text = textOf(head);
    if (text !== null) return sniffText(text, ending);
    return ofMime((await fileTypeFromBuffer(head))?.mime);
  } finally {
    await file.close();
  }
}

function ofMime(mime: string | undefined): Sniffed {
  if (mime === undefined) return null;
  if (/^image\/hei[cf]/.test(mime)) return { refused: 'heicPhoto' };
  if (mime === 'image/apng') return { type: 'image/png' }; // an animated PNG is a PNG whose first picture every reader shows
  if (/(?:zip|rar|7z|tar|bzip2|xz|zstd)(?:-compressed)?$/.test(mime)) return { refused: 'fileArchive' };
  return isContentType(mime) ? { type: mime } : null;
}

/** Begins with the signature, or has it soon after bytes of no other type and ends as a PDF does. */
async function isPdf(file: FileHandle, byteSize: number, head: Buffer): Promise<boolean> {
  const at = head.subarray(0, pdfWithin).indexOf('%PDF-');
  if (at <= 0) return at === 0;
  const ends = /%%EOF|startxref/.test((await tailOf(file, byteSize)).toString('latin1'));
  const other = (await fileTypeFromBuffer(head))?.mime;
  return ends && (other === undefined || other === 'application/pdf');
}

/** A PDF has no markup near its signature, and no archive's end record. */
async function pdf(file: FileHandle, byteSize: number, head: Buffer): Promise<Sniffed> {
  if (markup.test(head.toString('latin1', 0, pdfWithin))) return { refused: 'fileUnsafe' };
  return endOfArchive(await tailOf(file, byteSize)) < 0 ? { type: 'application/pdf' } : { refused: 'fileUnsafe' };
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
async function office(file: FileHandle, byteSize: number): Promise<Sniffed> {
  const entries = await zipEntries(file, byteSize);
  if (entries === null) return null;
  const names = entries.flatMap((entry) => entry.names);
  if (names.some((name) => program.test(name))) return { refused: 'fileUnsafe' };
  if (names.includes('[Content_Types].xml')) {
    const part = parts.find(([folder]) => names.some((name) => name.startsWith(folder)));
    return part ? { type: part[1] } : { refused: 'fileArchive' };
  }
  // OpenDocument: the entry `mimetype` holds the type. It should be the first one and not compressed; readers do not insist.
  const [entry, ...others] = entries.filter((one) => one.names.includes('mimetype'));
  const type = entry && others.length === 0 ? (await entryText(file, entry))?.trim() : undefined;
  return type?.startsWith('application/vnd.oasis.opendocument.') && isContentType(type)
    ? { type }
    : { refused: 'fileArchive' };
}

/** The old container of Microsoft ([MS-CFB]): encrypted new documents, mails of Outlook, and old documents. */
async function compound(file: FileHandle, byteSize: number): Promise<Sniffed> {
  const head = await bytesAt(file, 0, 65_536);
  const sector = 2 ** Math.min(head.length > 32 ? head.readUInt16LE(30) : 0, 12);
  const directory = head.length > 52 ? await bytesAt(file, (head.readUInt32LE(48) + 1) * sector, 65_536) : head;
  const places = [head, directory, await tailOf(file, byteSize)];
  const has = (name: string) => places.some((bytes) => bytes.includes(name, 0, 'utf16le'));
  if (has('EncryptedPackage')) return { refused: 'fileProtected' };
  return { refused: has('__properties_version1.0') ? 'fileMail' : 'fileOldOffice' };
}
