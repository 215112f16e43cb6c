import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type PhotoFacts, takenAt } from '@/lib/gallery/exif/rule';
import { phonePhoto } from '@/tests/support/files/pictures';

const now = new Date('2026-11-21T12:00:00Z');

async function taken(at: string, offset?: string, timeZone = 'Europe/Lisbon'): Promise<string | undefined> {
  const { exif } = await sharp(await phonePhoto({ takenAt: at, ...(offset ? { offset } : {}) })).metadata();
  return takenAt({ exif: exif ?? null }, timeZone, now)?.toISOString();
}

describe('when a photo was taken', () => {
  it.each([
    ['the camera knows its offset', '2026:03:04 05:06:07', '+05:45', 'Europe/Lisbon', '2026-03-03T23:21:07.000Z'],
    ['winter in Lisbon', '2026:01:10 12:00:00', undefined, 'Europe/Lisbon', '2026-01-10T12:00:00.000Z'],
    ['summer in Lisbon', '2026:07:10 12:00:00', undefined, 'Europe/Lisbon', '2026-07-10T11:00:00.000Z'],
    ['far east', '2026:07:10 12:00:00', undefined, 'Pacific/Chatham', '2026-07-09T23:15:00.000Z'],
    ['far west', '2026:07:10 23:30:00', undefined, 'Pacific/Honolulu', '2026-07-11T09:30:00.000Z'],
    ['just after clocks went forward', '2026:03:29 02:30:00', undefined, 'Europe/Lisbon', '2026-03-29T01:30:00.000Z'],
    ['just before clocks went back', '2026:10:25 00:30:00', undefined, 'Europe/Lisbon', '2026-10-24T23:30:00.000Z'],
    [
      'shown twice, when it is the first time',
      '2026:10:25 01:30:00',
      undefined,
      'Europe/Lisbon',
      '2026-10-25T00:30:00.000Z',
    ],
    ['on a day that Samoa left out', '2011:12:30 12:00:00', undefined, 'Pacific/Apia', '2011-12-30T22:00:00.000Z'],
    ['half an hour behind UTC', '1990:07:01 00:00:00', '-00:30', 'Europe/Lisbon', '1990-07-01T00:30:00.000Z'],
  ])('%s', async (_name, at, offset, timeZone, instant) => {
    expect(await taken(at, offset, timeZone)).toBe(instant);
  });

  it.each([
    ['a camera without a clock', '0000:00:00 00:00:00'],
    ['a date that cannot be', '2026:13:45 10:00:00'],
    ['before digital cameras', '1970:01:01 00:00:00'],
    ['next year', '2027:06:01 00:00:00'],
    ['no date', 'yesterday'],
    ['a day that the month has not', '2026:02:30 10:00:00'],
    ['an hour that no day has', '2026:02:03 24:00:00'],
  ])('is unknown for %s', async (_name, at) => {
    expect(await taken(at)).toBeUndefined();
    expect(await taken(at, '+01:00')).toBeUndefined();
  });

  it('is unknown without EXIF, and for any rubble in its place', () => {
    expect(takenAt({ exif: null }, 'UTC', now)).toBeNull();
    for (let length = 0; length < 200; length++)
      for (const fill of [0, 1, 0x49, 0x4d, 0xff])
        expect(takenAt({ exif: new Uint8Array(length).fill(fill) }, 'UTC', now)).toBeNull();
  });

  it('is unknown for an EXIF block cut at any place before its date', async () => {
    const { exif } = await sharp(await phonePhoto({ offset: '+01:00' })).metadata();
    for (let length = 0; length < (exif?.length ?? 0); length++) {
      const at = takenAt({ exif: exif?.subarray(0, length) ?? null }, 'UTC', now);
      expect(at === null || at.toISOString().startsWith('2026-03-04T0')).toBe(true);
    }
  });
});

describe('a hostile EXIF block', () => {
  /** A little-endian TIFF directory of `count` equal entries, each with `length` ASCII bytes from the start of the block. */
  function directory(tag: number, count: number, length: number): Buffer {
    const block = Buffer.alloc(10 + count * 12);
    block.write('II*\0', 'latin1');
    block.writeUInt32LE(8, 4);
    block.writeUInt16LE(count, 8);
    for (let at = 10; at < block.length; at += 12) {
      block.writeUInt16LE(tag, at);
      block.writeUInt16LE(2, at + 2);
      block.writeUInt32LE(length, at + 4);
      block.writeUInt32LE(0, at + 8);
    }
    return block;
  }

  it.each([
    ['a pointer', 0x8769],
    ['a date', 0x9003],
    ['an unknown tag', 0xc000],
  ])('of 65,535 times %s that spans it all is given up at once', (_name, tag) => {
    const started = process.cpuUsage();
    expect(takenAt({ exif: directory(tag, 65_535, 0xffffff) }, 'UTC', now)).toBeNull();
    expect(takenAt({ exif: directory(tag, 65_535, 700_000) }, 'UTC', now)).toBeNull();
    expect(process.cpuUsage(started).user).toBeLessThan(1_500_000); // microseconds
  });

  it('that points to itself ends', () => {
    const block = directory(0x8769, 1, 1);
    block.writeUInt16LE(4, 12);
    block.writeUInt32LE(8, 18);
    expect(takenAt({ exif: block }, 'UTC', now)).toBeNull();
  });
});

describe('the offset of a camera', () => {
  it('is that of the taking; the one of the last change counts where there is no other', async () => {
    const exif = async (tags: Record<string, string>) => {
      const photo = sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } }).jpeg();
      const { exif: block } = await sharp(
        await photo.withExif({ IFD2: { DateTimeOriginal: '2026:03:04 05:06:07', ...tags } }).toBuffer(),
      ).metadata();
      return takenAt({ exif: block ?? null }, 'UTC', now)?.toISOString();
    };
    expect(await exif({ OffsetTime: '+01:00', OffsetTimeOriginal: '+05:45' })).toBe('2026-03-03T23:21:07.000Z');
    expect(await exif({ OffsetTime: '+01:00' })).toBe('2026-03-04T04:06:07.000Z');
    expect(await exif({ OffsetTime: '+01:00', OffsetTimeOriginal: 'rubble' })).toBe('2026-03-04T05:06:07.000Z');
  });
});

describe('a photo whose camera did not say when it was taken', () => {
  const exifOf = async (path: string) => (await sharp(path).metadata()).exif ?? null;
  const at = (facts: Partial<PhotoFacts>, timeZone = 'Europe/Lisbon') =>
    takenAt({ exif: null, ...facts }, timeZone, now)?.toISOString() ?? null;

  it.each([
    ['exif-digitized-only.jpg', '2024-03-05T14:30:00.000Z'],
    ['exif-modified-only.jpg', '2024-03-05T14:30:00.000Z'],
  ])('%s takes the next date of its EXIF', async (name, instant) => {
    expect(at({ exif: await exifOf(`tests/support/cases/${name}`), fileName: 'IMG_20260115_101112.jpg' })).toBe(
      instant,
    );
  });

  it.each([
    ['IMG_20260115_101112.jpg', '2026-01-15T10:11:12.000Z'],
    ['20260715_101112.jpg', '2026-07-15T09:11:12.000Z'],
    ['PXL_20260715_101112345.jpg', '2026-07-15T10:11:12.000Z'],
    ['PXL_20260715_101112345.PORTRAIT.jpg', '2026-07-15T10:11:12.000Z'],
    ['2026-01-15 10.11.12.jpg', '2026-01-15T10:11:12.000Z'],
    ['2026-01-15 10.11.12-1.jpg', '2026-01-15T10:11:12.000Z'],
    ['Screenshot_20260115-101112.png', '2026-01-15T10:11:12.000Z'],
    ['signal-2026-01-15-101112.jpg', '2026-01-15T10:11:12.000Z'],
    ['WhatsApp Image 2026-01-15 at 10.11.12.jpeg', '2026-01-15T10:11:12.000Z'],
    ['IMG-20260115-WA0001.jpg', '2026-01-15T12:00:00.000Z'],
    ['2026-01-15 kitchen.jpg', '2026-01-15T12:00:00.000Z'],
  ])('takes the date of its name: %s', (fileName, instant) => {
    expect(at({ fileName, fileDate: '2020-01-01T00:00:00Z' })).toBe(instant);
  });

  it.each([
    'DSC_0001.jpg',
    'photo.jpg',
    'IMG_20261315_101112.jpg',
    'order 12345678.jpg',
    '19700101_000000.jpg',
    '202601151.jpg',
    'IMG-20290115-WA0001.jpg',
  ])('takes the date of its file where its name tells none: %s', (fileName) => {
    expect(at({ fileName, fileDate: '2025-05-06T07:08:09Z' })).toBe('2025-05-06T07:08:09.000Z');
    expect(at({ fileName })).toBeNull();
  });

  it('has none where its file comes from the future or from before cameras', () => {
    expect(at({ fileDate: '2027-01-01T00:00:00Z' })).toBeNull();
    expect(at({ fileDate: '1980-01-01T00:00:00Z' })).toBeNull();
  });

  it('a long name is read at once', () => {
    const started = process.cpuUsage();
    for (const piece of ['2026', '2026-01-', '20260115', '20260115_10']) at({ fileName: `${piece.repeat(5_000)}x` });
    expect(process.cpuUsage(started).user).toBeLessThan(1_500_000); // microseconds
  });
});
