import type { FileHandle } from 'node:fs/promises';
import { keptParts, orientationBlock, orientationOf, type Part } from '@/lib/storage/kept-parts';
import { bytesAt } from '@/lib/storage/zip-entries';

// Markers of ISO/IEC 10918-1, table B.1.
const [endOfImage, startOfScan, comment] = [0xd9, 0xda, 0xfe];
const isApplication = (code: number) => code >= 0xe0 && code <= 0xef;

/**
 * What a JPEG needs for its pixels: all but comments and application segments, of which JFIF, the colour profile and Adobe's
 * colour transform stay. Ends with the first picture: phones append others, with metadata of their own. Null for a file
 * that is not built as a JPEG; one that lost its end is kept to its end.
 */
export async function keptOfJpeg(file: FileHandle, byteSize: number): Promise<Part[] | null> {
  const { parts, keep, add } = keptParts();
  let at = 2;
  keep(0, at);
  while (at < byteSize) {
    const head = await bytesAt(file, at, 40);
    const code = head[1] ?? 0;
    if (head[0] !== 0xff || code < 0xc0) return null;
    if (code === 0xff) at++;
    else if (code === endOfImage) {
      keep(at, at + 2);
      return parts;
    } else {
      const end = at + 2 + (head.length < 4 ? 0 : head.readUInt16BE(2));
      if (head.length < 4 || end < at + 4) return null;
      const next = code === startOfScan ? await markerAfter(file, end, byteSize) : Math.min(end, byteSize);
      const name = head.toString('latin1', 4, 18);
      if (isKept(code, name)) keep(at, next);
      else if (name.startsWith('Exif\0')) {
        const orientation = orientationOf(await bytesAt(file, at + 10, end - at - 10));
        if (orientation !== 1) add(segment(orientation));
      }
      at = next;
    }
  }
  return parts;
}

function isKept(code: number, name: string): boolean {
  if (!isApplication(code)) return code !== comment;
  return /^(?:JFIF\0|ICC_PROFILE\0|Adobe)/.test(name);
}

/** The position of the next marker within or after the data of a scan; the file's end where there is none. */
async function markerAfter(file: FileHandle, from: number, byteSize: number): Promise<number> {
  const length = 65_536;
  for (let start = from; start < byteSize; start += length - 1) {
    const bytes = await bytesAt(file, start, length);
    for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
      const code = bytes[at + 1] ?? 0;
      // Within a scan 0xff is followed by 0, by a restart marker (0xd0 to 0xd7), or by itself as a filling.
      if (code >= 0xc0 && code !== 0xff && !(code >= 0xd0 && code <= 0xd7)) return start + at;
    }
  }
  return byteSize;
}

function segment(orientation: number): Buffer {
  const block = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), orientationBlock(orientation)]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(block.length + 2, 2);
  return Buffer.concat([head, block]);
}
