import { availableParallelism } from 'node:os';
import { AppError } from '@/lib/errors';
import type { DecodedPicture, Encoding, PictureAnswer } from '@/lib/storage/picture-job';
import { pictureProcesses } from '@/lib/storage/picture-processes';
import { type Lane, waitingLine } from '@/lib/waiting-line';

const runInProcess = pictureProcesses({
  mostCpuMilliseconds: 12_000,
  mostMilliseconds: 120_000,
  idleMilliseconds: 60_000,
});

/** Decoding takes a processor and tens of megabytes, so at most two pictures are decoded at once. The others wait, tenant by tenant. */
const inTurn = waitingLine({
  atOnce: Math.max(1, Math.min(availableParallelism(), 2)),
  mostWaiting: 50,
  busy: 'busyPhotos',
  retryAfterSeconds: 5,
});

/** Pictures that take hundreds of megabytes are decoded one by one. */
const alone = waitingLine({ atOnce: 1, mostWaiting: 50, busy: 'busyPhotos', retryAfterSeconds: 5 });

/** An encoded picture as it is stored: pixels only, in sRGB, without EXIF, GPS, colour profile, comments or trailing bytes. */
export type Picture = { bytes: Uint8Array; contentType: string; width: number; height: number };

/** An uploaded picture, decoded once: upright, sRGB, within the wanted size. */
export type Decoded = Omit<DecodedPicture, 'kind' | 'encoded'> & { pictures: Picture[] };

/** The field of refusals, the pixels of the longer side, whose work it is, and the pictures to make. */
type Wanted = { field: string; longest: number; lane: Lane; encodings: Encoding[] };

/**
 * Decodes a picture file to at most `longest` pixels a side and encodes it, in another process; at most two run at a time.
 * Throws VALIDATION on `field` for anything but one still JPEG, PNG, WebP or AVIF picture and for one that takes too long, and
 * UNAVAILABLE when too many wait.
 */
export function readPicture(path: string, { field, longest, lane, encodings }: Wanted): Promise<Decoded> {
  return inTurn(lane, async () => {
    const job = { path, longest, encodings };
    const first = await runInProcess({ ...job, allowHeavy: false });
    const answer = first.kind === 'heavy' ? await alone(lane, () => runInProcess({ ...job, allowHeavy: true })) : first;
    const { encoded, kind, ...facts } = requirePicture(answer, field);
    const pictures = encoded.map((one, at) => ({ ...one, contentType: `image/${encodings[at]?.format}` }));
    return { ...facts, pictures };
  });
}

function requirePicture(answer: PictureAnswer, field: string): DecodedPicture {
  if (answer.kind === 'picture') return answer;
  if (answer.kind === 'refused') throw new AppError('VALIDATION', { fields: { [field]: [answer.message] } });
  throw new Error(`The picture could not be read: ${answer.kind === 'failed' ? answer.error : answer.kind}`);
}
