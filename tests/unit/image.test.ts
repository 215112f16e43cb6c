import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exifr from 'exifr';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { renderPhoto } from '@/lib/gallery/renditions/files';
import { refusal } from '@/tests/support/database/refusal';
import { bombJpeg, bombPng, heicHeader, phonePhoto, quarters } from '@/tests/support/files/pictures';

const folder = await mkdtemp(join(tmpdir(), 'oriel-image-'));
afterAll(() => rm(folder, { recursive: true }));

let files = 0;
async function fileOf(bytes: Uint8Array): Promise<string> {
  const path = join(folder, String(++files));
  await writeFile(path, bytes);
  return path;
}
const rendered = async (bytes: Uint8Array) => renderPhoto(await fileOf(bytes), 'visitors');

/** The colour in the centre of each quarter (top start, top end, bottom start, bottom end), to detect rotations. */
async function corners(picture: Uint8Array) {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => {
    const place = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
    const [red = 0, green = 0, blue = 0] = data.subarray(place, place + 3);
    if (red > 120) return green > 120 ? 'yellow' : 'red';
    return green > blue ? 'green' : 'blue';
  };
  return [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)];
}

const blank = (side: number) => sharp({ create: { width: side, height: side, channels: 3, background: '#808080' } });

describe('a photo', () => {
  it('becomes four renditions, none larger than wanted and none enlarged', async () => {
    const { width, height, renditions } = await rendered(await phonePhoto({ width: 3000, height: 2000 }));
    expect([width, height]).toEqual([2048, 1365]);
    expect(renditions.map(({ variant, contentType, width: w, height: h }) => [variant, contentType, w, h])).toEqual([
      ['thumbnail', 'image/jpeg', 640, 427],
      ['thumbnail-webp', 'image/webp', 640, 427],
      ['large', 'image/jpeg', 2048, 1365],
      ['large-webp', 'image/webp', 2048, 1365],
    ]);
    const small = await rendered(await phonePhoto({ width: 120, height: 80 }));
    expect(small.renditions.map(({ width: w, height: h }) => [w, h])).toEqual(Array(4).fill([120, 80]));
  });

  it('loses every metadata: no EXIF, no place, no profile in any rendition or the placeholder', async () => {
    const original = await phonePhoto({ orientation: 6 });
    expect(await exifr.gps(original)).toMatchObject({ latitude: expect.closeTo(51.5, 1) });
    const { renditions, placeholder } = await rendered(original);
    const served = [...renditions.map(({ bytes }) => bytes), Buffer.from(placeholder.split(',')[1] ?? '', 'base64')];
    for (const bytes of served) {
      const { exif, icc, xmp, iptc, orientation } = await sharp(bytes).metadata();
      expect([exif, icc, xmp, iptc, orientation]).toEqual(Array(5).fill(undefined));
      expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/Exif|GPS|EXIF|XMP|ICC_PROFILE|ICCP|Oriel test phone/);
    }
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('held in way %i stands upright', async (orientation) => {
    const original = await phonePhoto({ orientation });
    const { width, height, renditions } = await rendered(original);
    const upright = await sharp(original).autoOrient().toBuffer({ resolveWithObject: true });
    expect([width, height]).toEqual([upright.info.width, upright.info.height]);
    const expected = await corners(upright.data);
    expect(new Set(expected).size).toBe(4);
    for (const { bytes } of renditions) expect(await corners(bytes)).toEqual(expected);
  });

  it('has a placeholder small enough for a page of two hundred', async () => {
    const { placeholder } = await rendered(await phonePhoto({ width: 900, height: 600 }));
    expect(placeholder).toMatch(/^data:image\/webp;base64,[A-Za-z0-9+/=]+$/);
    expect(placeholder.length).toBeLessThan(500);
  });

  it('may have 50 million pixels as a progressive JPEG, as a baseline one may', async () => {
    expect((await renderPhoto('tests/support/cases/big-progressive.jpg', 'visitors')).width).toBe(2048);
  });

  it.each([
    ['only the mark of its end', (whole: Buffer) => whole.subarray(0, -2)],
    ['its last bytes', (whole: Buffer) => whole.subarray(0, whole.length * 0.97)],
  ])('that lost %s is taken, with a word', async (_name, cut) => {
    const whole = await noise().jpeg().toBuffer();
    expect((await rendered(whole)).isCutShort).toBe(false);
    expect(await rendered(cut(whole))).toMatchObject({ isCutShort: true, width: 300, height: 200 });
  });

  it.each<[string, () => Promise<Buffer>]>([
    ['a PNG with transparency', () => quarters().ensureAlpha(0.5).png().toBuffer()],
    ['a 16-bit PNG', () => quarters().toColourspace('rgb16').png().toBuffer()],
    ['a grey JPEG', () => quarters().greyscale().jpeg().toBuffer()],
    ['a CMYK JPEG', () => quarters().toColourspace('cmyk').jpeg().toBuffer()],
    ['a WebP', () => quarters().webp().toBuffer()],
    ['an AVIF', () => quarters().avif({ effort: 0 }).toBuffer()],
    ['a line one pixel high', () => quarters({ width: 3000, height: 1 }).jpeg().toBuffer()],
    [
      'a JPEG with a page of HTML behind it',
      async () => Buffer.concat([await phonePhoto(), Buffer.from('<script>1</script>')]),
    ],
  ])('may be %s', async (_name, make) => {
    const { renditions } = await rendered(await make());
    for (const { bytes } of renditions) {
      expect(await sharp(bytes).metadata()).toMatchObject({ channels: 3, space: 'srgb', depth: 'uchar' });
      expect(Buffer.from(bytes).includes('<script')).toBe(false);
    }
  });
});

describe('what is no photo is refused on its field', () => {
  const text = (content: string) => async () => Buffer.from(content);
  it.each<[string, string, () => Promise<Buffer>]>([
    ['zero bytes', 'notAPhoto', text('')],
    ['an SVG', 'notAPhoto', text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['an SVG behind an XML head', 'notAPhoto', text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a page of HTML', 'notAPhoto', text('<!doctype html><script>alert(1)</script>')],
    ['a PDF', 'notAPhoto', text('%PDF-1.7\n1 0 obj\n')],
    ['a GIF', 'notAPhoto', () => quarters().gif().toBuffer()],
    ['a TIFF', 'notAPhoto', () => quarters().tiff().toBuffer()],
    ['a matrix of numbers', 'notAPhoto', text('2 2\n1 2\n3 4\n')],
    ['a truncated JPEG', 'brokenPhoto', async () => half(await noise().jpeg().toBuffer())],
    ['a truncated PNG', 'brokenPhoto', async () => half(await noise().png().toBuffer())],
    ['a truncated WebP', 'brokenPhoto', async () => half(await noise().webp().toBuffer())],
    ['only the head of a JPEG', 'brokenPhoto', async () => (await phonePhoto()).subarray(0, 30)],
    ['a bomb of 900 million pixels', 'tooManyPixels', async () => bombPng(30_000)],
    ['a bomb of 4 billion pixels', 'tooManyPixels', async () => bombPng(65_000)],
    ['an interlaced PNG of 49 million', 'tooManyPixels', async () => bombPng(7_000, { interlaced: true })],
    ['a JPEG of 900 million', 'tooManyPixels', async () => bombJpeg(await blank(64).jpeg().toBuffer())],
    [
      'a progressive JPEG of 900 million',
      'tooManyPixels',
      async () => bombJpeg(await blank(64).jpeg({ progressive: true }).toBuffer()),
    ],
    ['an AVIF of 27 million', 'tooManyPixels', () => blank(5_200).avif({ effort: 0 }).toBuffer()],
    ['an animation', 'animatedPhoto', animation],
    ['an HEIC', 'heicPhoto', async () => heicHeader()],
  ])('%s: %s', async (_name, key, make) => {
    const { code, fields } = await refusal(rendered(await make()));
    expect(code).toBe('VALIDATION');
    expect(fields.photo).toMatchObject([{ key }]);
  });
});

it('many at once take turns and all come out', async () => {
  const paths = await Promise.all(Array.from({ length: 12 }, async (_, seed) => fileOf(await phonePhoto({ seed }))));
  const all = await Promise.all(paths.map((path) => renderPhoto(path, 'visitors')));
  expect(new Set(all.map(({ placeholder }) => placeholder)).size).toBeGreaterThan(6);
});

const half = (bytes: Buffer) => bytes.subarray(0, bytes.length * 0.5);
const noise = () =>
  sharp({
    create: {
      width: 300,
      height: 200,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 120, sigma: 40 },
    },
  });

async function animation(): Promise<Buffer> {
  const frames = await Promise.all([1, 2].map((seed) => quarters({ width: 40, height: 30, seed }).png().toBuffer()));
  return sharp(frames, { join: { animated: true } })
    .webp({ loop: 0, delay: [100, 100] })
    .toBuffer();
}
