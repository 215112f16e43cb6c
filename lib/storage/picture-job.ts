import type { FieldMessage } from '@/lib/errors';

/** An encoding of a picture within a square of `longest` pixels, never enlarged. Only PNG keeps transparency. */
export type Encoding = { format: 'jpeg' | 'webp' | 'png'; longest: number; quality: number };

/** The work of a picture process: one file, decoded once to at most `longest` pixels a side. */
export type PictureJob = {
  path: string;
  longest: number;
  encodings: Encoding[];
  /** Whether a picture that takes hundreds of megabytes is decoded; otherwise the answer is `heavy`. */
  allowHeavy: boolean;
  /** Processor time after which the process ends itself: on a busy machine a good picture takes many times as long. */
  mostCpuMilliseconds: number;
};

/** Upright pixels in sRGB, encoded as asked, in the order of the encodings. */
export type DecodedPicture = {
  kind: 'picture';
  width: number;
  height: number;
  /** A data URL of about 150 characters. */
  placeholder: string;
  exif: Uint8Array | null;
  /** Whether the file ends before the picture does; at most its last rows are missing. */
  isCutShort: boolean;
  encoded: { bytes: Uint8Array; width: number; height: number }[];
};

export type PictureAnswer =
  | DecodedPicture
  | { kind: 'heavy' }
  | { kind: 'refused'; message: FieldMessage }
  | { kind: 'failed'; error: string };
