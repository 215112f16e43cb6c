import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exifr from 'exifr';
import sharp, { type Sharp } from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import type { SpooledFile } from '@/lib/storage/spool';
import { withoutMetadata } from '@/lib/storage/strip-metadata';
import { refusal } from '@/tests/support/database/refusal';
import { phonePhoto, quarters } from '@/tests/support/files/pictures';

const folder = await mkdtemp(join(tmpdir(), 'oriel-strip-'));
afterAll(() => rm(folder, { recursive: true }));
process.env.ORIEL_DATA_DIR = folder;
process.env.ORIEL_SECRET = 'x'.repeat(32);
process.env.ORIEL_APP_DATABASE_URL = 'postgresql://nobody:nothing@localhost:5432/none';

let files = 0;
async function fileOf(contentType: string, bytes: Buffer): Promise<SpooledFile> {
  const path = join(folder, String(++files));
  await writeFile(path, bytes);
  const discard = async () => undefined;
  return { path, fileName: 'photo', contentType, byteSize: bytes.length, sha256: new Uint8Array(), discard };
}
const stripped = async (format: string, bytes: Buffer) =>
  readFile((await withoutMetadata(await fileOf(`image/${format}`, bytes), 'file')).path);

const metadata = {
  IFD0: { Make: 'Oriel test phone', Artist: 'A. Owner' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '51/1 30/1 3230/100',
    GPSLongitudeRef: 'W',
    GPSLongitude: '0/1 7/1 4366/100',
  },
};
const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><creator>A. Owner</creator></x:xmpmeta>';
const told = /Exif|EXIF|eXIf|GPS|Oriel test phone|A\. Owner|XMP|xmpmeta|a comment|Photoshop/;

/** A picture that tells much, upright after a turn, with a colour profile. */
const telling = (format: 'jpeg' | 'png' | 'webp', orientation: number, picture: Sharp = quarters()) =>
  picture
    .toFormat(format)
    .withMetadata({ orientation })
    .withIccProfile('p3')
    .withExifMerge(metadata)
    .withXmp(xmp)
    .toBuffer();

/** The place in a picture's EXIF block. */
async function gpsOf(picture: Buffer) {
  const { exif } = await sharp(picture).metadata();
  const tiff = exif?.toString('latin1', 0, 4) === 'Exif' ? exif.subarray(6) : exif;
  return tiff && exifr.gps(tiff);
}

const segment = (code: number, text: string) => {
  const head = Buffer.from([0xff, code, 0, 0]);
  head.writeUInt16BE(text.length + 2, 2);
  return Buffer.concat([head, Buffer.from(text, 'latin1')]);
};
const withSegments = (jpeg: Buffer) =>
  Buffer.concat([
    jpeg.subarray(0, 2),
    segment(0xed, 'Photoshop 3.0\0 A. Owner'),
    segment(0xfe, 'a comment'),
    segment(0xe2, 'MPF\0 A. Owner'),
    jpeg.subarray(2),
  ]);

describe.each(['jpeg', 'png', 'webp'] as const)('a %s', (format) => {
  it.each([1, 3, 6])('turned in way %i loses what it tells and keeps pixels, profile and orientation', async (turn) => {
    const picture = await telling(format, turn);
    expect(await gpsOf(picture)).toMatchObject({ latitude: expect.closeTo(51.5, 1) });
    const bytes = await stripped(format, picture);
    expect(bytes.toString('latin1').replace(/Exif\0\0MM|EXIF|eXIf/g, '')).not.toMatch(told);
    expect(await gpsOf(bytes)).toBeUndefined();
    const [before, after] = [await sharp(picture).metadata(), await sharp(bytes).metadata()];
    expect([after.xmp, after.orientation ?? 1]).toEqual([undefined, turn]);
    expect(after.icc).toEqual(before.icc);
    expect(before.icc?.length).toBeGreaterThan(0);
    expect((await sharp(bytes).raw().toBuffer()).equals(await sharp(picture).raw().toBuffer())).toBe(true);
  });

  it('that tells nothing is the same file', async () => {
    const file = await fileOf(`image/${format}`, await quarters().toFormat(format).toBuffer());
    expect(await withoutMetadata(file, 'file')).toBe(file);
  });

  it('loses what follows its end', async () => {
    const picture = await telling(format, 1);
    const other = await phonePhoto();
    const bytes = await stripped(format, Buffer.concat([picture, other]));
    expect(bytes.equals(await stripped(format, picture))).toBe(true);
  });

  it('cut at any place is refused, or loses what it tells', async () => {
    const picture = await telling(format, 6, quarters({ width: 40, height: 30 }));
    for (let length = 12; length < picture.length; length += 7) {
      const file = await fileOf(`image/${format}`, picture.subarray(0, length));
      const bytes = await withoutMetadata(file, 'file').then(
        ({ path }) => readFile(path),
        () => Buffer.alloc(0),
      );
      expect(bytes.toString('latin1').replace(/Exif\0\0MM|EXIF|eXIf/g, '')).not.toMatch(told);
    }
  });
});

it('a JPEG loses comments, Photoshop’s block and the index of further pictures', async () => {
  const plain = await quarters().jpeg().toBuffer();
  expect((await stripped('jpeg', withSegments(plain))).equals(plain)).toBe(true);
  const progressive = await quarters().jpeg({ progressive: true }).toBuffer();
  expect((await stripped('jpeg', withSegments(progressive))).equals(progressive)).toBe(true);
});

it('a JPEG that lost its end is kept to its end', async () => {
  const path = 'tests/support/cases/no-eoi.jpg';
  expect((await stripped('jpeg', await readFile(path))).equals(await readFile(path))).toBe(true);
});

it('an animated PNG stays one', async () => {
  const bytes = await readFile('tests/support/cases/animated.png');
  expect((await stripped('png', bytes)).equals(bytes)).toBe(true);
});

it('what is not built as a picture is refused with a way on', async () => {
  const rubble = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 20]), Buffer.alloc(60, 'A. Owner')]);
  const { fields } = await refusal(withoutMetadata(await fileOf('image/jpeg', rubble), 'file'));
  expect(fields.file).toEqual([{ key: 'metadataStays', params: { name: 'photo' } }]);
});

it('other files stay as they are', async () => {
  const file = await fileOf('application/pdf', Buffer.from('%PDF-1.4 Exif GPS'));
  expect(await withoutMetadata(file, 'file')).toBe(file);
});
