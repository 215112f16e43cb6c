/** When the camera says a photo was taken: its own wall clock, and how far that is from UTC where it tells. */
export type CameraTime = { local: string; offset: string | null };

const tags = { exif: 0x8769, taken: 0x9003, offset: 0x9010, takenOffset: 0x9011 };

/**
 * DateTimeOriginal and its offset from an EXIF block as sharp hands it over (TIFF, with or without "Exif\0\0" before it);
 * null where it has none. Whatever else the block holds is not looked at, and a broken one says nothing.
 */
export function cameraTime(block: Uint8Array): CameraTime | null {
  try {
    const prefixed = String.fromCharCode(...block.subarray(0, 4)) === 'Exif';
    const tiff = new Tiff(prefixed ? block.subarray(6) : block);
    const exif = tiff.entries(tiff.uint32(4)).get(tags.exif);
    if (exif === undefined) return null;
    const details = tiff.entries(tiff.uint32(exif + 8));
    const time = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/.exec(tiff.ascii(details.get(tags.taken)));
    if (!time) return null;
    const [, year, month, day, hour, minute, second] = time;
    const offset = tiff.ascii(details.get(tags.takenOffset) ?? details.get(tags.offset));
    return {
      local: `${year}-${month}-${day}T${hour}:${minute}:${second}`,
      offset: /^[+-]\d\d:\d\d/.exec(offset)?.[0] ?? null,
    };
  } catch (error) {
    if (error instanceof RangeError) return null; // an offset that leads out of the block
    throw error;
  }
}

/** The few parts of a TIFF structure that are needed: directories of 12-byte entries, and texts they point to. */
class Tiff {
  private readonly view: DataView;
  private readonly little: boolean;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.little = this.view.getUint16(0) === 0x4949;
  }

  uint32(at: number): number {
    return this.view.getUint32(at, this.little);
  }

  /** Where the entry of each tag lies in the directory at `at`. */
  entries(at: number): Map<number, number> {
    const count = this.view.getUint16(at, this.little);
    const places = Array.from({ length: count }, (_, index) => at + 2 + index * 12);
    return new Map(places.map((place) => [this.view.getUint16(place, this.little), place]));
  }

  ascii(entry: number | undefined): string {
    if (entry === undefined) return '';
    const length = Math.min(this.uint32(entry + 4), 32);
    const at = length <= 4 ? entry + 8 : this.uint32(entry + 8);
    return Array.from({ length }, (_, index) => String.fromCharCode(this.view.getUint8(at + index))).join('');
  }
}
