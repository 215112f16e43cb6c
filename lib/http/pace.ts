import { AppError } from '@/lib/errors';

/** Milliseconds and bytes per second: how slow a body may arrive. A weak mobile network is ten times faster. */
export type Pace = { idle: number; window: number; bytesPerSecond: number };

/** A pause of a minute is a dead zone on the way; two minutes below 1 KiB per second are nobody's photo. */
export const uploadPace: Pace = { idle: 60_000, window: 120_000, bytesPerSecond: 1_024 };

/**
 * Passes on a body while it arrives at the pace: at most `idle` between two pieces, and the bytes of each `window` above the
 * floor. Only time spent waiting for the sender counts, so a slow disk is not held against it. Throws TIMEOUT.
 */
export async function* paced(body: AsyncIterable<Uint8Array>, pace = uploadPace): AsyncGenerator<Uint8Array> {
  const pieces = body[Symbol.asyncIterator]();
  let [waited, bytes] = [0, 0];
  try {
    for (;;) {
      const asked = performance.now();
      const { done, value } = await withinTime(pieces.next(), pace.idle);
      if (done) return;
      waited += performance.now() - asked;
      bytes += value.byteLength;
      if (waited >= pace.window) {
        if (bytes < (pace.bytesPerSecond * waited) / 1_000) throw tooSlow();
        [waited, bytes] = [0, 0];
      }
      yield value;
    }
  } finally {
    // Not awaited: a body that came to a halt would never answer.
    void pieces.return?.()?.catch(() => undefined);
  }
}

async function withinTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooSlow()), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function tooSlow(): AppError {
  return new AppError('TIMEOUT', { reason: { key: 'uploadSlow' } });
}
