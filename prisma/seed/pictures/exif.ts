import type { Exif } from 'sharp';

/** What a camera writes into a photo beside the picture. */
export type Shot = {
  camera: { make: string; model: string };
  at: Date;
  timeZone: string;
  /** Degrees north and east. */
  location: readonly [latitude: number, longitude: number];
};

export function exifOf({ camera, at, timeZone, location: [latitude, longitude] }: Shot): Exif {
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
  const time = local.replaceAll('-', ':');
  const offset = offsetOf(at, local);
  return {
    IFD0: { Make: camera.make, Model: camera.model, DateTime: time },
    IFD2: { DateTimeOriginal: time, DateTimeDigitized: time, OffsetTimeOriginal: offset },
    IFD3: {
      GPSLatitudeRef: latitude < 0 ? 'S' : 'N',
      GPSLatitude: degrees(latitude),
      GPSLongitudeRef: longitude < 0 ? 'W' : 'E',
      GPSLongitude: degrees(longitude),
      GPSMapDatum: 'WGS-84',
    },
  };
}

/** How far a local time is from UTC: "+01:00". */
function offsetOf(at: Date, local: string): string {
  const minutes = Math.round((Date.parse(`${local.replace(' ', 'T')}Z`) - at.getTime()) / 60_000);
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}

/** Degrees, minutes and hundredths of seconds as EXIF's fractions. */
function degrees(value: number): string {
  const hundredths = Math.round(Math.abs(value) * 360_000);
  return `${Math.floor(hundredths / 360_000)}/1 ${Math.floor(hundredths / 6000) % 60}/1 ${hundredths % 6000}/100`;
}
