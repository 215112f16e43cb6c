import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

// Realistic camera pictures and hostile ones.

type Wishes = {
  width?: number;
  height?: number;
  orientation?: number;
  takenAt?: string;
  offset?: string;
  seed?: number;
};

/** Four quarters in different colours, so that every rotation and mirroring is detectable; each seed looks different. */
export function quarters({ width = 400, height = 300, seed = 0 }: Wishes = {}): Sharp {
  const [halfWidth, halfHeight] = [Math.ceil(width / 2), Math.ceil(height / 2)];
  const colours = [
    [200, 30 + ((seed * 37) % 90), 30],
    [30, 180, 60 + ((seed * 53) % 90)],
    [30 + ((seed * 71) % 60), 60, 200],
    [230, 220, 40 + ((seed * 29) % 90)],
  ] as const;
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const quarter = (y >= halfHeight ? 2 : 0) + (x >= halfWidth ? 1 : 0);
      pixels.set(colours[quarter] ?? [0, 0, 0], (y * width + x) * 3);
    }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** A JPEG like a phone's: EXIF with maker, time, orientation and a GPS position at 51.5° north. */
export function phonePhoto(wishes: Wishes = {}): Promise<Buffer> {
  const { orientation, takenAt = '2026:03:04 05:06:07', offset } = wishes;
  const picture = orientation ? quarters(wishes).withMetadata({ orientation }) : quarters(wishes);
  return picture.jpeg({ quality: 90 }).withExifMerge(exif(takenAt, offset)).toBuffer();
}

function exif(takenAt: string, offset: string | undefined) {
  return {
    IFD0: { Make: 'Oriel test phone', Copyright: 'Nobody' },
    IFD2: { DateTimeOriginal: takenAt, ...(offset ? { OffsetTimeOriginal: offset } : {}) },
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '51/1 30/1 3230/100',
      GPSLongitudeRef: 'W',
      GPSLongitude: '0/1 7/1 4366/100',
    },
  };
}

/** A small PNG file of huge dimensions: `side` pixels square, all of one colour. */
export function bombPng(side: number, { interlaced = false } = {}): Buffer {
  return png({ side, depth: 1, colour: 0, bytesPerRow: Math.ceil(side / 8), interlaced });
}

/** The same JPEG with a header that claims 30,000 pixels a side. */
export function bombJpeg(jpeg: Buffer): Buffer {
  for (let at = 2; jpeg[at] === 0xff; at += 2 + jpeg.readUInt16BE(at + 2))
    if (jpeg[at + 1] === 0xc0 || jpeg[at + 1] === 0xc2) {
      jpeg.writeUInt16BE(30_000, at + 5);
      jpeg.writeUInt16BE(30_000, at + 7);
      return jpeg;
    }
  throw new Error('There is no frame in this JPEG');
}

type Png = { side: number; depth: number; colour: number; bytesPerRow: number; interlaced: boolean };

function png({ side, depth, colour, bytesPerRow, interlaced }: Png): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([depth, colour, 0, 0, Number(interlaced)], 8);
  // The seven passes of an interlaced picture have twice as many rows, each with a byte for its filter.
  const rows = Math.min(side, 30_000);
  const lines = deflateSync(Buffer.alloc((bytesPerRow + 1) * rows + (interlaced ? 2 * side : 0)), { level: 6 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', lines), chunk('IEND', Buffer.alloc(0))]);
}

/** A small PNG file that takes long to decode: interlaced, with 16 bits for each of four channels. */
export function slowPng(side: number): Buffer {
  return png({ side, depth: 16, colour: 6, bytesPerRow: side * 8, interlaced: true });
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, check]);
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** The header of an iPhone's HEIC: the `ftyp` box with the brand, without decodable data. */
export function heicHeader(): Buffer {
  const brand = Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1');
  return Buffer.concat([brand, Buffer.alloc(4096)]);
}
