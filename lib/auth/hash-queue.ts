import { availableParallelism } from 'node:os';
import { waitingLine } from '@/lib/waiting-line';

/**
 * Limits how many hashes run at once. argon2 is slow on purpose (about 30 ms and 19 MiB each), so a flood of sign-ins would
 * take all processor time and memory; lanes keep one tenant's from delaying another's. One processor stays free for pages, and
 * one of Node's four pool threads, on which hashing runs, for file access and DNS look-ups.
 */
export const inHashQueue = waitingLine({
  atOnce: Math.max(1, Math.min(availableParallelism() - 1, 3)),
  mostWaiting: 60,
  busy: 'busy',
  retryAfterSeconds: 2,
});
