import { Temporal } from 'temporal-polyfill';
import { instantIn } from '@/lib/calendar';
import { type CameraTime, cameraTime } from '@/lib/gallery/exif-time';

const firstDigitalCameras = Date.parse('1990-01-01T00:00:00Z');
const dayLength = 86_400_000; // milliseconds

/**
 * The instant at which a photo was taken, by its EXIF: in the camera's own offset, or else in the business's time zone. Null
 * where the camera tells nothing believable (no date at all, before digital cameras, or more than a day ahead of `now`).
 */
export function takenAt(exif: Uint8Array | null, timeZone: string, now: Date): Date | null {
  const time = exif && cameraTime(exif);
  const at = time && instantOf(time, timeZone);
  return at && at.getTime() >= firstDigitalCameras && at.getTime() <= now.getTime() + dayLength ? at : null;
}

/** Null for a time that cannot be: cameras without a clock write 0000:00:00. */
function instantOf({ local, offset }: CameraTime, timeZone: string): Date | null {
  try {
    return instantIn(Temporal.PlainDateTime.from(local), offset ?? timeZone);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
