import sharp, { type Exif } from 'sharp';

/** What a camera writes into a photo beside the picture. */
export type Shot = {
  camera: { make: string; model: string };
  takenAt: Date;
  timeZone: string;
  /** Degrees; north and east are positive. */
  location: { latitude: number; longitude: number };
};

/**
 * Turns a picture file of the repository (WebP without metadata) into a JPEG as a camera delivers it, with the EXIF of the
 * shot: make, model, time with its offset, GPS position. Takes about 50 ms.
 */
export async function cameraJpeg(picture: Uint8Array, shot: Shot): Promise<Uint8Array> {
  return sharp(picture).withExif(exifOf(shot)).jpeg({ quality: 92 }).toBuffer();
}

function exifOf({ camera, takenAt, timeZone, location: { latitude, longitude } }: Shot): Exif {
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(takenAt);
  const time = local.replaceAll('-', ':');
  return {
    IFD0: { Make: camera.make, Model: camera.model, DateTime: time },
    IFD2: { DateTimeOriginal: time, DateTimeDigitized: time, OffsetTimeOriginal: offsetOf(takenAt, local) },
    IFD3: {
      GPSLatitudeRef: latitude < 0 ? 'S' : 'N',
      GPSLatitude: degrees(latitude),
      GPSLongitudeRef: longitude < 0 ? 'W' : 'E',
      GPSLongitude: degrees(longitude),
      GPSMapDatum: 'WGS-84',
    },
  };
}

/** The offset of a local time from UTC, such as "+01:00". */
function offsetOf(at: Date, local: string): string {
  const minutes = Math.round((Date.parse(`${local.replace(' ', 'T')}Z`) - at.getTime()) / 60_000);
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}

/** Degrees, minutes and hundredths of seconds as the fractions that EXIF uses. */
function degrees(value: number): string {
  const hundredths = Math.round(Math.abs(value) * 360_000);
  return `${Math.floor(hundredths / 360_000)}/1 ${Math.floor(hundredths / 6000) % 60}/1 ${hundredths % 6000}/100`;
}
