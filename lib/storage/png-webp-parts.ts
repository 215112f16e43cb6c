import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { keptParts, orientationBlock, orientationOf, type Part } from '@/lib/storage/kept-parts';
import { bytesAt } from '@/lib/storage/zip-entries';

/** Chunks of a PNG that the pixels need: those that every reader must know, and of the others those about colour and animation. */
const pngChunks =
  /^(?:[A-Z][A-Za-z]{3}|tRNS|cHRM|gAMA|iCCP|sBIT|sRGB|cICP|mDCV|cLLI|bKGD|hIST|pHYs|sPLT|acTL|fcTL|fdAT)$/;

const webpChunks = /^(?:VP8[ LX]|ALPH|ANIM|ANMF|ICCP)$/;

/** Bytes of an EXIF block in which its orientation is looked for. */
const mostExif = 65_536;

/** What a PNG needs for its pixels, up to its end chunk; null for a file that is not built as a PNG. */
export async function keptOfPng(file: FileHandle, byteSize: number): Promise<Part[] | null> {
  const { parts, keep, add } = keptParts();
  keep(0, 8);
  for (let at = 8; at < byteSize; ) {
    const head = await bytesAt(file, at, 8);
    if (head.length < 8) return null;
    const name = head.toString('latin1', 4);
    const end = at + 12 + head.readUInt32BE(0);
    if (pngChunks.test(name)) keep(at, Math.min(end, byteSize));
    else if (name === 'eXIf') {
      const orientation = orientationOf(await bytesAt(file, at + 8, Math.min(end - at - 12, mostExif)));
      if (orientation !== 1) add(pngChunk('eXIf', orientationBlock(orientation)));
    }
    if (name === 'IEND') return parts;
    at = end;
  }
  return parts;
}

function pngChunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, check]);
}

/** What a WebP needs for its pixels, under a header with the new length; null for a file that is not built as a WebP. */
export async function keptOfWebp(file: FileHandle, byteSize: number): Promise<Part[] | null> {
  const riff = await bytesAt(file, 0, 12);
  if (riff.length < 12) return null;
  const whole = Math.min(byteSize, riff.readUInt32LE(4) + 8);
  const { parts, keep, add } = keptParts();
  let orientation = 1;
  let features: Buffer | null = null;
  for (let at = 12; at < whole; ) {
    const head = await bytesAt(file, at, 18);
    if (head.length < 8) return null;
    const name = head.toString('latin1', 0, 4);
    const length = head.readUInt32LE(4);
    const end = at + 8 + length + (length % 2);
    if (name === 'VP8X' && length === 10 && head.length === 18) features = head;
    else if (webpChunks.test(name)) keep(at, Math.min(end, whole));
    else if (name === 'EXIF') {
      const exif = await bytesAt(file, at + 8, Math.min(length, mostExif));
      orientation = orientationOf(exif.toString('latin1', 0, 4) === 'Exif' ? exif.subarray(6) : exif);
    }
    at = end;
  }
  if (features) {
    // The flags of EXIF (8) and XMP (4); WebP Container Specification, Extended File Format.
    features[8] = ((features[8] ?? 0) & ~12) | (orientation === 1 ? 0 : 8);
    if (orientation !== 1) add(webpChunk('EXIF', orientationBlock(orientation)));
    parts.unshift(features);
  }
  const size = parts.reduce((sum, part) => sum + (Buffer.isBuffer(part) ? part.length : part.end - part.start), 4);
  if (size + 8 === byteSize) return [{ start: 0, end: byteSize }];
  riff.writeUInt32LE(size, 4);
  return [riff, ...parts];
}

function webpChunk(name: string, data: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(data.length);
  return Buffer.concat([Buffer.from(name), size, data, Buffer.alloc(data.length % 2)]);
}
