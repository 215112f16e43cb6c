import { availableParallelism } from 'node:os';
import { waitingLine } from '@/lib/waiting-line';

/**
 * Limits how many hashes run at once. argon2 is slow on purpose (about 30 ms and 19 MiB each), so a flood of sign-ins would
 * take all processor time and memory; a request that would wait for more than about a second gets UNAVAILABLE. Hashing runs
 * on Node's four pool threads, which it shares with file access and DNS look-ups: one stays free for those.
 */
export const inHashQueue = waitingLine({
  atOnce: Math.max(1, Math.min(availableParallelism(), 3)),
  mostWaiting: 60,
  busy: 'busy',
  retryAfterSeconds: 2,
});
