import ExifReader from 'exifreader';

/** A stretch of the original file, or new bytes. `end` is exclusive. */
export type Part = { start: number; end: number } | Buffer;

/** Collects the parts of a file to keep; neighbours become one part. */
export function keptParts() {
  const parts: Part[] = [];
  return {
    parts,
    keep(start: number, end: number) {
      const last = parts.at(-1);
      if (last && !Buffer.isBuffer(last) && last.end === start) last.end = end;
      else parts.push({ start, end });
    },
    add: (bytes: Buffer) => void parts.push(bytes),
  };
}

/** The orientation of an EXIF block (TIFF), 1 to 8; 1 where it has none. */
export function orientationOf(tiff: Buffer): number {
  try {
    const value = ExifReader.load(tiff, { includeTags: { exif: ['Orientation'] } }).Orientation?.value;
    return typeof value === 'number' && value >= 1 && value <= 8 ? value : 1;
  } catch {
    return 1; // a block that does not parse turns nothing
  }
}

/** An EXIF block with nothing but the orientation (EXIF 2.32, 4.6.2): a big-endian TIFF with one entry. */
export function orientationBlock(orientation: number): Buffer {
  const block = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  block.writeUInt16BE(orientation, 18);
  return block;
}
