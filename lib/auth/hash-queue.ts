import { availableParallelism } from 'node:os';
import { AppError } from '@/lib/errors';

/** Hashing runs on Node's four pool threads, which files and name look-ups share: one stays free for them. */
const atOnce = Math.max(1, Math.min(availableParallelism(), 3));

/** Each hash takes about 30 ms and 19 MiB. Who would wait longer than about a second is told to come back. */
const maxWaiting = 60;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Runs a hash when there is room for it. argon2 is slow on purpose, so without a limit a flood of sign-ins takes all of
 * the processor and memory. Throws UNAVAILABLE (503) when too many wait already.
 */
export async function inHashQueue<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= maxWaiting)
      throw new AppError('UNAVAILABLE', { reason: { key: 'busy' }, retryAfterSeconds: 2 });
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    // The place goes straight to the next in line, so that nobody who comes now overtakes.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
