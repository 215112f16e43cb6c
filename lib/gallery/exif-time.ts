import ExifReader from 'exifreader';

/** When the camera says a photo was taken: its own wall clock, and how far that is from UTC where it tells. */
export type CameraTime = { local: string; offset: string | null };

/** Bytes of a block that are read: as many as a JPEG can hold, and the date stands in front of thumbnails and notes. */
const mostRead = 64 * 1024;

const tags = { exif: ['Exif IFD Pointer', 'DateTimeOriginal', 'OffsetTimeOriginal', 'OffsetTime'] };

/**
 * DateTimeOriginal and its offset from an EXIF block as sharp hands it over (TIFF, with or without "Exif\0\0" before it);
 * null where it has none. Whatever else the block holds is not looked at, and a broken one says nothing.
 */
export function cameraTime(block: Uint8Array): CameraTime | null {
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
    return null; // whatever is wrong with it, such a block tells no date
  }
}
