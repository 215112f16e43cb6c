import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { renderPhoto } from '@/lib/gallery/renditions/files';
import { checkedFile } from '@/lib/storage/checked-file';
import type { UploadKind } from '@/lib/storage/kinds';
import { refusal } from '@/tests/support/database/refusal';
import { openDocument, zip } from '@/tests/support/files/hostile-files';
import { heicHeader, phonePhoto } from '@/tests/support/files/pictures';
import { smallPdf } from '@/tests/support/http/upload';

// Files as people send them, which readers open though they are not as the book says.

const cases = 'tests/support/cases';
const folder = await mkdtemp(join(tmpdir(), 'oriel-received-'));
afterAll(() => rm(folder, { recursive: true }));

async function checked(path: string, name: string, kind: UploadKind = 'document') {
  const { size } = await stat(path);
  return checkedFile({ path, byteSize: size }, { kind, name, field: 'file' });
}
async function madeOf(name: string, bytes: Uint8Array | string): Promise<string> {
  await writeFile(join(folder, name), bytes);
  return join(folder, name);
}
async function keyFor(path: string, name: string, kind?: UploadKind) {
  return (await refusal(checked(path, name, kind))).fields.file?.[0]?.key;
}

const accepted: Record<string, string> = {
  'angle-words.txt': 'text/plain',
  'animated.png': 'image/png',
  'big-progressive.jpg': 'image/jpeg',
  'dos-eof.csv': 'text/csv',
  'exif-digitized-only.jpg': 'image/jpeg',
  'exif-modified-only.jpg': 'image/jpeg',
  'junk-head.pdf': 'application/pdf',
  'mimetype-compressed.odt': 'application/vnd.oasis.opendocument.text',
  'mimetype-last.odt': 'application/vnd.oasis.opendocument.text',
  'newline-head.pdf': 'application/pdf',
  'no-eoi.jpg': 'image/jpeg',
  'photo.jfif': 'image/jpeg',
  'utf16-excel.csv': 'text/csv',
  'utf16-notepad.txt': 'text/plain',
  'zero-pages.pdf': 'application/pdf',
};
const refused: Record<string, string> = {
  'drawing.dxf': 'fileDrawing',
  'letter.rtf': 'fileRichText',
  'mail.eml': 'fileMail',
  'password.xlsx': 'fileProtected',
  'png-called.jpg': 'fileEnding',
};

describe('a document', () => {
  it.each(Object.entries(accepted))('%s is accepted as %s', async (name, contentType) => {
    expect(await checked(join(cases, name), name)).toEqual({ fileName: name, contentType });
  });

  it.each(Object.entries(refused))('%s is refused: %s', async (name, key) => {
    expect(await keyFor(join(cases, name), name)).toBe(key);
  });

  it('every case has its test', async () => {
    expect((await readdir(cases)).sort()).toEqual([...Object.keys(accepted), ...Object.keys(refused)].sort());
  });

  it('in UTF-16 of the other order is a text, and a web page in it is none', async () => {
    const other = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    const name = 'notes.txt';
    expect((await checked(await madeOf(name, other('Grüße')), name)).contentType).toBe('text/plain');
    expect(await keyFor(await madeOf(name, other('<script>alert(1)</script>')), name)).toBe('fileUnsafe');
  });

  it.each([
    ['drawing.txt', 'drawing.dxf'],
    ['mail.txt', 'mail.eml'],
  ])('named %s is the text that its name says', async (name, file) => {
    expect((await checked(join(cases, file), name)).contentType).toBe('text/plain');
  });

  it('that only mentions the signature of a PDF is a text', async () => {
    const name = 'notes.txt';
    expect((await checked(await madeOf(name, 'It begins with %PDF-1.4.'), name)).contentType).toBe('text/plain');
  });

  it.each<[string, string, string, string | Uint8Array]>([
    ['a web page with a PDF behind it', 'fileUnsafe', 'plan.pdf', `<script>alert(1)</script>${smallPdf()}`],
    ['a PDF behind the first kilobyte', 'fileType', 'plan.pdf', `${' '.repeat(1_100)}${smallPdf()}`],
    ['an old document', 'fileOldOffice', 'plan.doc', compound('WordDocument')],
    ['a mail of Outlook', 'fileMail', 'mail.msg', compound('__properties_version1.0')],
    ['an archive', 'fileArchive', 'plans.zip', zip([{ name: 'plan.pdf', bytes: Buffer.from('x') }])],
    ['an archive of another kind', 'fileArchive', 'plans.7z', Buffer.from('377abcaf271c0004', 'hex')],
    ['an HEIC', 'heicPhoto', 'photo.heic', heicHeader()],
    ['a calendar', 'fileType', 'visit.ics', 'BEGIN:VCALENDAR\nEND:VCALENDAR\n'],
    ['an OpenDocument with two types', 'fileArchive', 'two.odt', zip([...entry('text'), ...entry('spreadsheet')])],
    ['an OpenDocument with macros', 'fileUnsafe', 'plan.odt', openDocument('text', 'Basic/script-lc.xml')],
  ])('that is %s is refused: %s', async (_, key, name, bytes) => {
    expect(await keyFor(await madeOf(name, bytes), name)).toBe(key);
  });
});

describe('a photo', () => {
  const photos = Object.keys({ ...accepted, ...refused }).filter((name) => /\.(?:jpg|png|jfif)$/.test(name));

  it.each(photos)('%s is taken', async (name) => {
    await checked(join(cases, name), name, 'photo');
    const { width, isCutShort } = await renderPhoto(join(cases, name), 'visitors');
    expect([width > 0, isCutShort]).toEqual([true, name === 'no-eoi.jpg']);
  });

  it('may have the ending of another picture, and of nothing else', async () => {
    const path = await madeOf('photo.webp', await phonePhoto());
    expect((await checked(path, 'photo.webp', 'photo')).contentType).toBe('image/jpeg');
    expect(await keyFor(path, 'photo.exe', 'photo')).toBe('fileEnding');
  });
});

/** A container of Microsoft whose directory, in the second sector, has an entry of this name. */
function compound(name: string): Buffer {
  const bytes = Buffer.alloc(2_048);
  bytes.write('d0cf11e0a1b11ae1', 'hex');
  bytes.writeUInt16LE(9, 30); // sectors of 512 bytes
  bytes.writeUInt32LE(1, 48);
  bytes.write(name, 1_024, 'utf16le');
  return bytes;
}

function entry(type: string) {
  return [{ name: 'mimetype', bytes: Buffer.from(`application/vnd.oasis.opendocument.${type}`) }];
}
