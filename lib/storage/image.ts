import { availableParallelism } from 'node:os';
import sharp, { type CreateRaw, type OutputInfo, type Sharp } from 'sharp';
import { AppError, type FieldMessage, invalid } from '@/lib/errors';
import { waitingLine } from '@/lib/waiting-line';

// A picture that somebody uploads is an attack until it has been decoded. Only these decoders are ever run: an SVG can
// reach for files, and the others have had no reason to be careful.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    ...['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile', 'VipsForeignLoadWebpFile', 'VipsForeignLoadHeifFile'],
    ...['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
  ],
});
// Pictures are made one by one below; each then stays on one processor, and nothing is remembered of it.
sharp.concurrency(1);
sharp.cache(false);

/** Pixels. The largest sensors of phones have 108 million; what claims more is a bomb, or of no use to a portal. */
const mostPixels = 120_000_000;

/** Pixels of what cannot be decoded line by line: progressive, interlaced and HEIF pictures are held whole, at 6 to 17 bytes each. */
const mostPixelsAtOnce = { heif: 25_000_000, others: 40_000_000 };
const mostSeconds = 30;

/** Decoding takes a processor and tens of megabytes, so few pictures are worked on at once and the others wait in line. */
const inTurn = waitingLine({
  atOnce: Math.max(1, Math.min(availableParallelism(), 2)),
  mostWaiting: 50,
  busy: 'busyPhotos',
  retryAfterSeconds: 5,
});

/** A picture as it is kept: pixels only. No EXIF, no GPS, no colour profile (all are sRGB), no comment, no trailing bytes. */
export type Picture = { bytes: Uint8Array; contentType: string; width: number; height: number };

/** A picture from outside, decoded once: upright, sRGB, no larger than asked for. */
export type Decoded = { pixels: Sharp; width: number; height: number; exif: Uint8Array | null };

/**
 * Decodes a picture file, at most two at a time, and hands it to `work`. Throws VALIDATION on `field` for everything that is
 * not one still JPEG, PNG, WebP or AVIF picture, and UNAVAILABLE when too many wait.
 */
export async function withPicture<T>(
  path: string,
  { field, longest }: { field: string; longest: number },
  work: (picture: Decoded) => Promise<T>,
): Promise<T> {
  return inTurn(async () => work(await decode(path, field, longest)));
}

/** Pictures that take hundreds of megabytes are decoded one by one. */
const alone = waitingLine({ atOnce: 1, mostWaiting: 50, busy: 'busyPhotos', retryAfterSeconds: 5 });

const options = {
  jpeg: (quality: number) => ({ quality, mozjpeg: true }),
  webp: (quality: number) => ({ quality }),
  png: () => ({ compressionLevel: 9 }),
};

/** The picture within a square of `longest` pixels, encoded; never enlarged. Only a PNG keeps what is transparent. */
export async function encode(
  { pixels }: Decoded,
  format: 'jpeg' | 'webp' | 'png',
  { longest, quality }: { longest: number; quality: number },
): Promise<Picture> {
  const resized = pixels.clone().resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true });
  const opaque = format === 'png' ? resized : resized.flatten({ background: '#ffffff' });
  const { data, info } = await opaque.toFormat(format, options[format](quality)).toBuffer({ resolveWithObject: true });
  return { bytes: data, contentType: `image/${format}`, width: info.width, height: info.height };
}

/** A blur of sixteen pixels as a data address of about 150 characters, to be seen until the photo has come. */
export async function placeholderOf({ pixels }: Decoded): Promise<string> {
  const tiny = pixels.clone().flatten({ background: '#ffffff' }).resize({ width: 16, height: 16, fit: 'inside' });
  const bytes = await tiny.webp({ quality: 30, effort: 6 }).toBuffer();
  return `data:image/webp;base64,${bytes.toString('base64')}`;
}

async function decode(path: string, field: string, longest: number): Promise<Decoded> {
  // autoOrient would hold the whole picture in memory to turn it; it is turned after it has been made small.
  const source = sharp(path, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true });
  try {
    const { format, pages = 1, orientation = 1, exif, width, height, isProgressive, depth } = await source.metadata();
    if (!['jpeg', 'png', 'webp', 'heif'].includes(format)) throw invalid({ [field]: 'notAPhoto' });
    if (pages > 1) throw invalid({ [field]: 'animatedPhoto' });
    const isHeldWhole = format === 'heif' || isProgressive === true || depth !== 'uchar';
    const most = isHeldWhole ? mostPixelsAtOnce[format === 'heif' ? 'heif' : 'others'] : mostPixels;
    if (width * height > most) throw invalid({ [field]: tooManyPixels(most) });
    const decodeSmall = () =>
      source
        .timeout({ seconds: mostSeconds })
        .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
        .toColourspace('srgb')
        .raw({ depth: 'uchar' })
        .toBuffer({ resolveWithObject: true });
    const { data, info } = await (isHeldWhole ? alone(decodeSmall) : decodeSmall());
    const upright = await turned(sharp(data, { raw: rawOf(info) }), orientation)
      .raw()
      .toBuffer({ resolveWithObject: true });
    const pixels = sharp(upright.data, { raw: rawOf(upright.info) });
    return { pixels, width: upright.info.width, height: upright.info.height, exif: exif ?? null };
  } catch (error) {
    throw error instanceof AppError || isMissing(error) ? error : invalid({ [field]: refusalOf(error) });
  }
}

/** How one pipeline tells the next what its bytes are. */
function rawOf({ width, height, channels, premultiplied = false }: OutputInfo): CreateRaw {
  return { width, height, channels, premultiplied };
}

function tooManyPixels(most: number) {
  return { key: 'tooManyPixels', params: { maximum: most / 1_000_000 } } as const;
}

/** The spool's file is gone: ours to answer for, not the picture's. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && /input file is missing/i.test(error.message);
}

/** What libvips says is for programmers; these are the cases that a person can do something about. */
function refusalOf(error: unknown): FieldMessage | FieldMessage['key'] {
  const message = error instanceof Error ? error.message : '';
  if (/pixel limit/i.test(message)) return tooManyPixels(mostPixels);
  if (/heif|bad seek.*heic|compression format has not been built/i.test(message)) return 'heicPhoto';
  if (/unsupported image format|operation is blocked/i.test(message)) return 'notAPhoto';
  return 'brokenPhoto';
}

/** Upright, by the eight ways that a camera can be held (EXIF 2.32, tag 0x0112). Mirroring comes before turning. */
function turned(picture: Sharp, orientation: number): Sharp {
  const angle = { 3: 180, 5: 270, 6: 90, 7: 90, 8: 270 }[orientation] ?? 0;
  const rotated = angle === 0 ? picture : picture.rotate(angle);
  if (orientation === 2 || orientation === 5 || orientation === 7) return rotated.flop();
  return orientation === 4 ? rotated.flip() : rotated;
}
