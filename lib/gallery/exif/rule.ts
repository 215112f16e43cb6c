import ExifReader from 'exifreader';
import { Temporal } from 'temporal-polyfill';
import { instantIn } from '@/lib/calendar';

const firstDigitalCameras = Date.parse('1990-01-01T00:00:00Z');
const dayLength = 86_400_000; // milliseconds

/**
 * The instant at which a photo was taken, by its EXIF: in the camera's own offset, or else in the tenant's time zone. Null
 * without a plausible date: none at all, before digital cameras, or more than a day ahead of `now`.
 */
export function takenAt(exif: Uint8Array | null, timeZone: string, now: Date): Date | null {
  const time = exif && cameraTime(exif);
  const at = time && instantOf(time, timeZone);
  return at && at.getTime() >= firstDigitalCameras && at.getTime() <= now.getTime() + dayLength ? at : null;
}

/** Null for an impossible time: cameras without a clock write 0000:00:00. */
function instantOf({ local, offset }: CameraTime, timeZone: string): Date | null {
  try {
    return instantIn(Temporal.PlainDateTime.from(local), offset ?? timeZone);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The wall clock time of the camera, and its offset from UTC where the block has one. */
type CameraTime = { local: string; offset: string | null };

/** Bytes of a block that are read: the maximum in a JPEG. The date precedes thumbnails and maker notes. */
const mostRead = 64 * 1024;

const tags = { exif: ['Exif IFD Pointer', 'DateTimeOriginal', 'OffsetTimeOriginal', 'OffsetTime'] };

/**
 * DateTimeOriginal and its offset from an EXIF block as sharp returns it (TIFF, with or without "Exif\0\0" before it).
 * Null for a block without a date and for a broken one. No other tag is read.
 */
function cameraTime(block: Uint8Array): CameraTime | null {
  const bytes = Buffer.from(block.buffer, block.byteOffset, Math.min(block.byteLength, mostRead));
  const found = tagsOf(bytes.toString('latin1', 0, 4) === 'Exif' ? bytes.subarray(6) : bytes);
  const time = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/.exec(found?.DateTimeOriginal?.description ?? '');
  if (!time) return null;
  const [, year, month, day, hour, minute, second] = time;
  const offset = (found?.OffsetTimeOriginal ?? found?.OffsetTime)?.description ?? '';
  return {
    local: `${year}-${month}-${day}T${hour}:${minute}:${second}`,
    offset: /^[+-]\d\d:\d\d/.exec(offset)?.[0] ?? null,
  };
}

function tagsOf(tiff: Buffer) {
  try {
    return ExifReader.load(tiff, { includeTags: tags });
  } catch {
    return null; // a block that does not parse has no date, whatever the cause
  }
}
