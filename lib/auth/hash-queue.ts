import { availableParallelism } from 'node:os';
import { waitingLine } from '@/lib/waiting-line';

/**
 * Runs a hash when there is room for it. argon2 is slow on purpose, so without a limit a flood of sign-ins takes all of
 * the processor and memory: each hash takes about 30 ms and 19 MiB, and who would wait longer than about a second is told to
 * come back. Hashing runs on Node's four pool threads, which files and name look-ups share: one stays free for them.
 */
export const inHashQueue = waitingLine({
  atOnce: Math.max(1, Math.min(availableParallelism(), 3)),
  mostWaiting: 60,
  busy: 'busy',
  retryAfterSeconds: 2,
});
