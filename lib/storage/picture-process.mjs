// @ts-check
// The process in which uploaded pictures are decoded: picture-processes.ts starts it with an empty environment and replaces it
// when a picture takes too long. Plain JavaScript, so that it starts in a bundle, in scripts and in tests alike.
import { readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';

/** @import { FieldMessage } from '../errors' */
/** @import { Encoding, PictureAnswer, PictureJob } from './picture-job' */
/** @import { OutputInfo, Sharp } from 'sharp' */

// Uploaded pictures may be malicious, so only these decoders are enabled: an SVG can read files, and the decoders of rare
// formats are less tested.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    ...['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile', 'VipsForeignLoadWebpFile', 'VipsForeignLoadHeifFile'],
    ...['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
  ],
});
// Each process decodes one picture with one thread, and caches nothing of it.
sharp.concurrency(1);
sharp.cache(false);

/** Pixels. The largest sensors of phones have 108 million; larger pictures are decompression bombs or of no use to a portal. */
const mostPixels = 120_000_000;
/** Pixels of formats that are held whole and at up to 17 bytes each: interlaced or deep PNG, deep WebP, HEIF. */
const mostPixelsHeld = 25_000_000;
/** The part of a JPEG's rows that may be missing at its end. */
const mostMissing = 0.05;

const encoders = {
  /** @param {number} quality */
  jpeg: (quality) => ({ quality, mozjpeg: true }),
  /** @param {number} quality */
  webp: (quality) => ({ quality }),
  png: () => ({ compressionLevel: 9 }),
};

// The parent decides about the end; a signal to the whole group (Ctrl-C) must not fail the uploads that it still finishes.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
// Not process.exit, which would wait for the thread that decodes.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
// Linux, short of memory, then ends this process and not the portal.
await writeFile('/proc/self/oom_score_adj', '1000').catch(() => undefined);
process.on('message', async (/** @type {PictureJob} */ job) => process.send?.(await answerTo(job)));

/** @param {PictureJob} job @returns {Promise<PictureAnswer>} */
async function answerTo(job) {
  const before = process.cpuUsage();
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(before);
    if ((user + system) / 1_000 > job.mostCpuMilliseconds) process.kill(process.pid, 'SIGKILL');
  }, 50);
  try {
    return await decode(job);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    // A missing file is an error of the portal, not of the picture.
    if (/input file is missing|ENOENT/i.test(text)) return { kind: 'failed', error: text };
    return { kind: 'refused', message: messageOf(text) };
  } finally {
    clearInterval(timer);
  }
}

/** @param {PictureJob} job @returns {Promise<PictureAnswer>} */
async function decode({ path, longest, encodings, allowHeavy }) {
  const { format, pages = 1, orientation = 1, exif = null, ...facts } = await sharp(path, reading()).metadata();
  if (!['jpeg', 'png', 'webp', 'heif'].includes(format)) return { kind: 'refused', message: { key: 'notAPhoto' } };
  if (pages > 1) return { kind: 'refused', message: { key: 'animatedPhoto' } };
  const isHeldWhole = format === 'heif' || facts.isProgressive === true || facts.depth !== 'uchar';
  // A progressive JPEG is held as its coefficients, 3 to 6 bytes for a pixel.
  const most = isHeldWhole && format !== 'jpeg' ? mostPixelsHeld : mostPixels;
  if (facts.width * facts.height > most) return { kind: 'refused', message: tooManyPixels(most) };
  if (isHeldWhole && !allowHeavy) return { kind: 'heavy' };

  const { small, isCutShort } = format === 'jpeg' ? await jpegPixels(path, longest) : await wholePixels(path, longest);
  // autoOrient would hold the whole picture in memory, so the picture is turned after it has been resized.
  const upright = await toRaw(turned(sharp(small.data, { raw: rawOf(small.info) }), orientation));
  const pixels = sharp(upright.data, { raw: rawOf(upright.info) });
  const encoded = [];
  for (const encoding of encodings) encoded.push(await encode(pixels, encoding));
  const { width, height } = upright.info;
  return { kind: 'picture', width, height, placeholder: await placeholderOf(pixels), exif, isCutShort, encoded };
}

/** @param {'error' | 'truncated' | 'warning'} failOn */
function reading(failOn = 'error') {
  return { limitInputPixels: mostPixels, failOn, sequentialRead: true };
}

/** @param {string} path @param {number} longest */
async function wholePixels(path, longest) {
  return { small: await toRaw(reduced(sharp(path, reading()), longest)), isCutShort: false };
}

/**
 * A JPEG that lost its end is completed by the mark of the end. The decoder fills missing rows with one colour; where these are
 * more than a small part, the first error is thrown.
 *
 * @param {string} path @param {number} longest
 */
async function jpegPixels(path, longest) {
  try {
    // The decoder misses the mark only where it asks for more bytes before the last row is drawn.
    return { ...(await wholePixels(path, longest)), isCutShort: !isEnded(await readFile(path)) };
  } catch (error) {
    if (!(error instanceof Error && /premature end/i.test(error.message))) throw error;
    const ended = Buffer.concat([await readFile(path), Buffer.from([0xff, 0xd9])]);
    try {
      // Without a warning nothing but the mark was missing.
      return { small: await toRaw(reduced(sharp(ended, reading('warning')), longest)), isCutShort: true };
    } catch {
      const small = await toRaw(reduced(sharp(ended, reading('truncated')), longest));
      if (plainRowsAtEnd(small) > small.info.height * mostMissing) throw error;
      return { small, isCutShort: true };
    }
  }
}

/** Whether the mark of the end comes after the last scan; neither can be within the pixels. @param {Buffer} jpeg */
function isEnded(jpeg) {
  return jpeg.lastIndexOf('ffd9', undefined, 'hex') > jpeg.lastIndexOf('ffda', undefined, 'hex');
}

/** The number of rows at the end that have one colour. @param {{ data: Buffer, info: OutputInfo }} raw */
function plainRowsAtEnd({ data, info: { width, height, channels } }) {
  const row = width * channels;
  const isPlain = (/** @type {number} */ y) => {
    for (let at = y * row; at < (y + 1) * row; at++)
      if (Math.abs((data[at] ?? 0) - (data[y * row + (at % channels)] ?? 0)) > 4) return false;
    return true;
  };
  let rows = 0;
  while (rows < height && isPlain(height - 1 - rows)) rows++;
  return rows;
}

/** @param {Sharp} source @param {number} longest */
function reduced(source, longest) {
  return source
    .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');
}

/** @param {Sharp} picture */
function toRaw(picture) {
  return picture.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
}

/** The raw pixel format of one pipeline's output, as the input of the next. @param {OutputInfo} info */
function rawOf({ width, height, channels, premultiplied = false }) {
  return { width, height, channels, premultiplied };
}

/** @param {Sharp} pixels @param {Encoding} encoding */
async function encode(pixels, { format, longest, quality }) {
  const resized = pixels.clone().resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true });
  const opaque = format === 'png' ? resized : resized.flatten({ background: '#ffffff' });
  const { data, info } = await opaque.toFormat(format, encoders[format](quality)).toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

/** A preview of 16 pixels, shown until the photo has loaded. @param {Sharp} pixels */
async function placeholderOf(pixels) {
  const tiny = pixels.clone().flatten({ background: '#ffffff' }).resize({ width: 16, height: 16, fit: 'inside' });
  const bytes = await tiny.webp({ quality: 30, effort: 6 }).toBuffer();
  return `data:image/webp;base64,${bytes.toString('base64')}`;
}

/** @param {number} most @returns {FieldMessage} */
function tooManyPixels(most) {
  return { key: 'tooManyPixels', params: { maximum: most / 1_000_000 } };
}

/** The message for an error of libvips, with separate ones for cases that a person can correct. @param {string} text @returns {FieldMessage} */
function messageOf(text) {
  if (/pixel limit/i.test(text)) return tooManyPixels(mostPixels);
  if (/heif|bad seek.*heic|compression format has not been built/i.test(text)) return { key: 'heicPhoto' };
  if (/unsupported image format|operation is blocked/i.test(text)) return { key: 'notAPhoto' };
  return { key: 'brokenPhoto' };
}

/** Turns a picture upright by its EXIF orientation, 1 to 8 (EXIF 2.32, tag 0x0112). @param {Sharp} picture @param {number} orientation */
function turned(picture, orientation) {
  // Mirroring comes before turning.
  const angle = [0, 0, 0, 180, 0, 270, 90, 90, 270][orientation] ?? 0;
  const rotated = angle === 0 ? picture : picture.rotate(angle);
  if (orientation === 2 || orientation === 5 || orientation === 7) return rotated.flop();
  return orientation === 4 ? rotated.flip() : rotated;
}
