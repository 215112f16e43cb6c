import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';

const require = createRequire(import.meta.url);

/** The portal's own typefaces as static files: pdfkit cannot embed the variable ones that browsers get. */
const files = {
  serif: '@fontsource/newsreader/files/newsreader-latin-400-normal.woff',
  italic: '@fontsource/newsreader/files/newsreader-latin-400-italic.woff',
  sans: '@fontsource/inter/files/inter-latin-400-normal.woff',
  bold: '@fontsource/inter/files/inter-latin-600-normal.woff',
};

export type FontName = keyof typeof files;

// pdfkit's own copy of fontkit, which has no types. A font that is opened once for all documents saves pdfkit from parsing
// its tables again for each of them, which is most of the time that a document takes.
const { create } = createRequire(require.resolve('pdfkit'))('fontkit') as { create: (bytes: Buffer) => PDFKitFont };
type PDFKitFont = Buffer; // pdfkit takes an opened font wherever its types say Buffer

let fonts: Map<FontName, PDFKitFont> | undefined;

/** Registers the typefaces with a document by their names here. */
export function registerFonts(pen: PDFKit.PDFDocument): void {
  fonts ??= new Map(
    Object.entries(files).map(([name, file]) => [
      name as FontName,
      create(unpacked(readFileSync(require.resolve(file)))),
    ]),
  );
  for (const [name, font] of fonts) pen.registerFont(name, font);
}

/**
 * A WOFF 1.0 file as the TrueType file it was made from: a head of 12 bytes, a directory with 16 bytes for each table, and
 * the tables. fontkit reads WOFF too, but inflates a table at every access.
 */
function unpacked(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(12 + 16 * count);
  woff.copy(head, 0, 4, 8); // the flavour: TrueType or CFF
  head.writeUInt16BE(count, 4);
  const parts: Buffer[] = [head];
  let end = head.length;
  for (let index = 0; index < count; index++) {
    const entry = 44 + 20 * index;
    const [offset, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at)) as [number, number, number];
    const bytes = woff.subarray(offset, offset + packed);
    const table = packed < length ? inflateSync(bytes) : bytes;
    const place = 12 + 16 * index;
    woff.copy(head, place, entry, entry + 4); // tag
    woff.copy(head, place + 4, entry + 16, entry + 20); // checksum
    head.writeUInt32BE(end, place + 8);
    head.writeUInt32BE(length, place + 12);
    parts.push(table, Buffer.alloc(-length & 3));
    end += length + (-length & 3);
  }
  return Buffer.concat(parts);
}
