import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';

const find = createRequire(import.meta.url);

/** The portal's own typefaces. pdfkit can embed these files whole, and not the variable ones that browsers get. */
const files = {
  serif: '@fontsource/newsreader/files/newsreader-latin-400-normal.woff',
  italic: '@fontsource/newsreader/files/newsreader-latin-400-italic.woff',
  sans: '@fontsource/inter/files/inter-latin-400-normal.woff',
  bold: '@fontsource/inter/files/inter-latin-600-normal.woff',
};

export type FontName = keyof typeof files;

let fonts: [FontName, Buffer][] | undefined;

/** Makes the typefaces known to a document by their names here. */
export function registerFonts(pen: PDFKit.PDFDocument): void {
  fonts ??= Object.entries(files).map(([name, file]) => [name as FontName, unpacked(readFileSync(find.resolve(file)))]);
  for (const [name, font] of fonts) pen.registerFont(name, font);
}

/**
 * A WOFF 1.0 file as the TrueType file it was made from: a head of 12 bytes, a directory with 16 bytes for each table, and
 * the tables. pdfkit reads WOFF too, but inflates it anew for each document, and slowly.
 */
function unpacked(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(12 + 16 * count);
  woff.copy(head, 0, 4, 8); // the flavour
  head.writeUInt16BE(count, 4);
  const parts: Buffer[] = [head];
  let end = head.length;
  for (let index = 0; index < count; index++) {
    const entry = 44 + 20 * index;
    const [offset, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at)) as [number, number, number];
    const bytes = woff.subarray(offset, offset + packed);
    const table = packed < length ? inflateSync(bytes) : bytes;
    const place = 12 + 16 * index;
    woff.copy(head, place, entry, entry + 4); // its tag
    woff.copy(head, place + 4, entry + 16, entry + 20); // its checksum
    head.writeUInt32BE(end, place + 8);
    head.writeUInt32BE(length, place + 12);
    parts.push(table, Buffer.alloc(-length & 3));
    end += length + (-length & 3);
  }
  return Buffer.concat(parts);
}
