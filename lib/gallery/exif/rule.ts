import ExifReader from 'exifreader';
import { Temporal } from 'temporal-polyfill';
import { instantIn } from '@/lib/calendar';
import { type LocalTime, timeInName } from '@/lib/gallery/file-names/rule';

const firstDigitalCameras = Date.parse('1990-01-01T00:00:00Z');
const dayLength = 86_400_000; // milliseconds

/** What tells when a photo was taken: its EXIF block, its name, and the time of its file on the sender's device. */
export type PhotoFacts = { exif: Uint8Array | null; fileName?: string; fileDate?: string | null | undefined };

/**
 * The instant at which a photo was taken, by the first of these with a plausible one: its EXIF (taken, digitised, changed), its
 * name, the date of its file. Times without an offset are in the tenant's time zone. Plausible is not before digital cameras,
 * nor more than a day ahead of `now`. Null without any.
 */
export function takenAt({ exif, fileName = '', fileDate }: PhotoFacts, timeZone: string, now: Date): Date | null {
  const named = timeInName(fileName);
  const times = [...(exif ? cameraTimes(exif) : []), ...(named ? [named] : [])];
  const instants = times.map((time) => instantOf(time, timeZone));
  const isPlausible = (at: Date | null) =>
    at !== null && at.getTime() >= firstDigitalCameras && at.getTime() <= now.getTime() + dayLength;
  return [...instants, fileDate ? new Date(fileDate) : null].find(isPlausible) ?? null;
}

/** Null for an impossible time: cameras without a clock write 0000:00:00. */
function instantOf({ local, offset }: LocalTime, timeZone: string): Date | null {
  try {
    return instantIn(Temporal.PlainDateTime.from(local), offset ?? timeZone);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Bytes of a block that are read: the maximum in a JPEG. The date precedes thumbnails and maker notes. */
const mostRead = 64 * 1024;

/** The times in the order of their weight, each with its offset: of the taking, the digitising, the last change. */
const timeTags = [
  ['DateTimeOriginal', 'OffsetTimeOriginal'],
  ['DateTimeDigitized', 'OffsetTimeDigitized'],
  ['DateTime', 'OffsetTime'],
] as const;
const tags = { exif: ['Exif IFD Pointer', ...timeTags.flat()] };

/**
 * The times of an EXIF block as sharp returns it (TIFF, with or without "Exif\0\0" before it); none in a broken one. No other
 * tag is read.
 */
function cameraTimes(block: Uint8Array): LocalTime[] {
  const bytes = Buffer.from(block.buffer, block.byteOffset, Math.min(block.byteLength, mostRead));
  const found = tagsOf(bytes.toString('latin1', 0, 4) === 'Exif' ? bytes.subarray(6) : bytes);
  return timeTags.flatMap(([time, ownOffset]) => {
    const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/.exec(found?.[time]?.description ?? '');
    if (!parts) return [];
    const [, year, month, day, hour, minute, second] = parts;
    const offset = (found?.[ownOffset] ?? found?.OffsetTime)?.description ?? '';
    const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
    return [{ local, offset: /^[+-]\d\d:\d\d/.exec(offset)?.[0] ?? null }];
  });
}

function tagsOf(tiff: Buffer) {
  try {
    return ExifReader.load(tiff, { includeTags: tags });
  } catch {
    return null; // a block that does not parse has no date, whatever the cause
  }
}
