import { availableParallelism } from 'node:os';
import sharp, { type CreateRaw, type OutputInfo, type Sharp } from 'sharp';
import { AppError, type FieldMessage, invalid } from '@/lib/errors';
import { waitingLine } from '@/lib/waiting-line';

// Uploaded pictures may be malicious, so only these decoders are enabled: an SVG can read files, and the decoders of rare
// formats are less tested.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    ...['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile', 'VipsForeignLoadWebpFile', 'VipsForeignLoadHeifFile'],
    ...['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
  ],
});
// The queue below limits how many pictures are decoded at once; each uses one processor, and nothing of it is cached.
sharp.concurrency(1);
sharp.cache(false);

/** Pixels. The largest sensors of phones have 108 million; larger pictures are decompression bombs or of no use to a portal. */
const mostPixels = 120_000_000;

/** Pixels of pictures that cannot be decoded line by line: progressive, interlaced and HEIF take 6 to 17 bytes of memory each. */
const mostPixelsAtOnce = { heif: 25_000_000, others: 40_000_000 };
const mostSeconds = 30;

/** Decoding takes a processor and tens of megabytes, so at most two pictures are decoded at once and the others wait. */
const inTurn = waitingLine({
  atOnce: Math.max(1, Math.min(availableParallelism(), 2)),
  mostWaiting: 50,
  busy: 'busyPhotos',
  retryAfterSeconds: 5,
});

/** A picture as it is stored: pixels only, in sRGB, without EXIF, GPS, colour profile, comments or trailing bytes. */
export type Picture = { bytes: Uint8Array; contentType: string; width: number; height: number };

/** An uploaded picture, decoded once: upright, sRGB, within the wanted size. */
export type Decoded = { pixels: Sharp; width: number; height: number; exif: Uint8Array | null };

/**
 * Decodes a picture file to at most `longest` pixels a side and passes it to `work`; at most two run at a time. Throws
 * VALIDATION on `field` for anything but one still JPEG, PNG, WebP or AVIF picture, and UNAVAILABLE when too many wait.
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

/** Encodes the picture within a square of `longest` pixels, never enlarged. Only PNG keeps transparency. */
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

/** A preview of 16 pixels as a data URL of about 150 characters, shown until the photo has loaded. */
export async function placeholderOf({ pixels }: Decoded): Promise<string> {
  const tiny = pixels.clone().flatten({ background: '#ffffff' }).resize({ width: 16, height: 16, fit: 'inside' });
  const bytes = await tiny.webp({ quality: 30, effort: 6 }).toBuffer();
  return `data:image/webp;base64,${bytes.toString('base64')}`;
}

async function decode(path: string, field: string, longest: number): Promise<Decoded> {
  // autoOrient would hold the whole picture in memory, so the picture is turned after it has been resized.
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

/** The raw pixel format of one pipeline's output, as the input of the next. */
function rawOf({ width, height, channels, premultiplied = false }: OutputInfo): CreateRaw {
  return { width, height, channels, premultiplied };
}

function tooManyPixels(most: number) {
  return { key: 'tooManyPixels', params: { maximum: most / 1_000_000 } } as const;
}

/** Whether the spooled file is missing: an error of the portal, not of the picture. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && /input file is missing/i.test(error.message);
}

/** The message for an error of libvips, with separate ones for cases that a person can correct. */
function refusalOf(error: unknown): FieldMessage | FieldMessage['key'] {
  const message = error instanceof Error ? error.message : '';
  if (/pixel limit/i.test(message)) return tooManyPixels(mostPixels);
  if (/heif|bad seek.*heic|compression format has not been built/i.test(message)) return 'heicPhoto';
  if (/unsupported image format|operation is blocked/i.test(message)) return 'notAPhoto';
  return 'brokenPhoto';
}

/** Turns a picture upright by its EXIF orientation, 1 to 8 (EXIF 2.32, tag 0x0112). Mirroring comes before turning. */
function turned(picture: Sharp, orientation: number): Sharp {
  const angle = { 3: 180, 5: 270, 6: 90, 7: 90, 8: 270 }[orientation] ?? 0;
  const rotated = angle === 0 ? picture : picture.rotate(angle);
  if (orientation === 2 || orientation === 5 || orientation === 7) return rotated.flop();
  return orientation === 4 ? rotated.flip() : rotated;
}
