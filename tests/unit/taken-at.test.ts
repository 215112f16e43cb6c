import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { takenAt } from '@/lib/gallery/taken-at';
import { phonePhoto } from '@/tests/support/files/pictures';

const now = new Date('2026-11-21T12:00:00Z');

async function taken(at: string, offset?: string, timeZone = 'Europe/Lisbon'): Promise<string | undefined> {
  const { exif } = await sharp(await phonePhoto({ takenAt: at, ...(offset ? { offset } : {}) })).metadata();
  return takenAt(exif ?? null, timeZone, now)?.toISOString();
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
  ])('%s', async (_name, at, offset, timeZone, instant) => {
    expect(await taken(at, offset, timeZone)).toBe(instant);
  });

  it.each([
    ['a camera without a clock', '0000:00:00 00:00:00'],
    ['a date that cannot be', '2026:13:45 10:00:00'],
    ['before digital cameras', '1970:01:01 00:00:00'],
    ['next year', '2027:06:01 00:00:00'],
    ['no date', 'yesterday'],
  ])('is unknown for %s', async (_name, at) => {
    expect(await taken(at)).toBeUndefined();
    expect(await taken(at, '+01:00')).toBeUndefined();
  });

  it('is unknown without EXIF, and for any rubble in its place', () => {
    expect(takenAt(null, 'UTC', now)).toBeNull();
    for (let length = 0; length < 200; length++)
      for (const fill of [0, 1, 0x49, 0x4d, 0xff])
        expect(takenAt(new Uint8Array(length).fill(fill), 'UTC', now)).toBeNull();
  });

  it('is unknown for an EXIF block cut at any place before its date', async () => {
    const { exif } = await sharp(await phonePhoto({ offset: '+01:00' })).metadata();
    for (let length = 0; length < (exif?.length ?? 0); length++) {
      const at = takenAt(exif?.subarray(0, length) ?? null, 'UTC', now);
      expect(at === null || at.toISOString().startsWith('2026-03-04T0')).toBe(true);
    }
  });
});
