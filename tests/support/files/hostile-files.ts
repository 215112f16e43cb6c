import { deflateRawSync } from 'node:zlib';
import { smallPdf } from '@/tests/support/http/upload';

type Entry = { name: string; bytes: Buffer; deflate?: boolean };

/** A ZIP archive of these entries, without checksums, because no test unpacks it. */
export function zip(entries: Entry[]): Buffer<ArrayBuffer> {
  const [locals, centrals]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, bytes, deflate } of entries) {
    const data = deflate ? deflateRawSync(bytes, { level: 9 }) : bytes;
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(deflate ? 8 : 0, 4);
    shared.writeUInt32LE(data.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), shared, Buffer.from(name), data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    const version = Buffer.from([20, 0]);
    centrals.push(Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), version, shared, rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** The same archive with an end record that omits the last entry of its central directory. */
function hidingLast(archive: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  const end = archive.length - 22;
  const last = archive.lastIndexOf('PK\u0001\u0002', 'latin1');
  archive.writeUInt32LE(archive.readUInt32LE(end + 12) - (end - last), end + 12);
  return archive;
}

const words = (text: string) => Buffer.from(text);

/** An Office document with these parts. */
export const officeFile = (...parts: string[]) =>
  zip(['[Content_Types].xml', ...parts].map((name) => ({ name, bytes: words('<xml/>'), deflate: true })));

export const openDocument = (type: string, ...others: string[]) =>
  zip([
    { name: 'mimetype', bytes: words(`application/vnd.oasis.opendocument.${type}`) },
    ...['content.xml', ...others].map((name) => ({ name, bytes: words('<xml/>'), deflate: true })),
  ]);

/** A document whose text would unpack to 60 MB. */
export const zipBomb = () =>
  zip([
    { name: '[Content_Types].xml', bytes: Buffer.alloc(30_000_000), deflate: true },
    { name: 'word/document.xml', bytes: Buffer.alloc(30_000_000), deflate: true },
  ]);

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);

/** Files that every upload refuses, by description: file name and bytes. */
export const hostileFiles: Record<string, [name: string, bytes: Uint8Array<ArrayBuffer> | string]> = {
  'a drawing that is a program (SVG)': ['logo.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  'SVG that calls itself PNG': ['logo.png', '<?xml version="1.0"?><svg onload="alert(1)"/>'],
  'a web page': ['page.html', '<!doctype html><script>alert(1)</script>'],
  'a web page that calls itself PDF': ['plan.pdf', '<html><body onload=alert(1)>'],
  'a web page that calls itself text': ['notes.txt', 'Dear client\n<script>alert(1)</script>'],
  'a shell script that calls itself text': ['notes.txt', '#!/bin/sh\nrm -rf /'],
  'PHP that calls itself a table': ['hours.csv', '<?php system($_GET["c"]); ?>'],
  'a PDF that is a web page too': ['plan.pdf', smallPdf('<html><script>alert(1)</script></html>')],
  'a web page with a PDF behind it': ['plan.pdf', `<script>alert(1)</script>${smallPdf()}`],
  'a PDF that is an archive too': [
    'plan.pdf',
    Buffer.concat([words(smallPdf()), zip([{ name: 'evil.js', bytes: words('x') }])]),
  ],
  'a Windows program': ['setup.exe', Buffer.concat([words('MZ'), Buffer.alloc(200)])],
  'a Windows program that calls itself PDF': ['plan.pdf', Buffer.concat([words('MZ'), Buffer.alloc(200)])],
  'a Linux program that calls itself a photo': ['photo.jpg', Buffer.concat([words('\u007fELF'), Buffer.alloc(200)])],
  'a photo that calls itself PDF': ['plan.pdf', Buffer.from(png)],
  'two endings': ['plan.pdf.exe', smallPdf()],
  'two endings turned round by an override': ['plan\u202efdp.exe', smallPdf()],
  'an archive': ['plans.zip', zip([{ name: 'plan.pdf', bytes: words('x') }])],
  'an archive that calls itself Word': ['plan.docx', zip([{ name: 'plan.pdf', bytes: words('x') }])],
  'a Word document with macros': ['plan.docx', officeFile('word/document.xml', 'word/vbaProject.bin')],
  'an OpenDocument with macros': ['plan.odt', openDocument('text', 'Basic/script-lc.xml')],
  'a Word document with macros by another path': [
    'plan.docx',
    officeFile('word/document.xml', '.\\\\word\\\\vbaData.xml'),
  ],
  'a spreadsheet with old macros': ['costs.xlsx', officeFile('xl/workbook.xml', 'xl/macrosheets/sheet1.xml')],
  'a Word document with controls': ['plan.docx', officeFile('word/document.xml', 'word/activeX/activeX1.bin')],
  'an OpenDocument with macros from the top': ['plan.odt', openDocument('text', '/Basic/script-lc.xml')],
  'an archive that hides its last entry': [
    'plan.docx',
    hidingLast(officeFile('word/document.xml', 'word/vbaProject.bin')),
  ],
  'half an archive': ['plan.docx', officeFile('word/document.xml').subarray(0, 60)],
  'a spreadsheet that calls itself Word': ['plan.docx', officeFile('xl/workbook.xml')],
  'random bytes': ['plan.pdf', Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 89) % 256))],
  'no bytes at all': ['plan.pdf', ''],
};

/** Files whose content matches their name: bytes and content type, by file name. */
export const honestFiles: Record<string, [bytes: Uint8Array<ArrayBuffer> | string, contentType: string]> = {
  'plan.pdf': [smallPdf(), 'application/pdf'],
  'SCAN.PDF': [smallPdf(), 'application/pdf'],
  'offer.docx': [
    officeFile('word/document.xml'),
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  'hours.xlsx': [officeFile('xl/workbook.xml'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  'talk.pptx': [
    officeFile('ppt/presentation.xml'),
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ],
  'letter.odt': [openDocument('text'), 'application/vnd.oasis.opendocument.text'],
  'costs.ods': [openDocument('spreadsheet'), 'application/vnd.oasis.opendocument.spreadsheet'],
  'slides.odp': [openDocument('presentation'), 'application/vnd.oasis.opendocument.presentation'],
  'pixel.png': [Buffer.from(png), 'image/png'],
  'notes.txt': ['BMW parked at the gate; a < b, 5 > 3.\n', 'text/plain'],
  'hours.csv': ['day;hours\nMonday;8\n', 'text/csv'],
  'floor.dwg': [Buffer.concat([words('AC1032'), Buffer.alloc(200)]), 'image/vnd.dwg'],
  'a bomb that stays wrapped.docx': [
    zipBomb(),
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
};
