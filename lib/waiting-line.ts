import pLimit from 'p-limit';
import { AppError, type Reason } from '@/lib/errors';

type Line = {
  /** How many run at the same time. */
  atOnce: number;
  /** How many may wait; whoever comes then is told to come back. */
  mostWaiting: number;
  busy: Reason['key'];
  retryAfterSeconds: number;
};

/**
 * A line before work that takes much of the machine: some at a time, the others in the order they came. The work throws
 * UNAVAILABLE (503) when too many wait already.
 */
export function waitingLine({ atOnce, mostWaiting, busy, retryAfterSeconds }: Line) {
  const limit = pLimit(atOnce);
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (limit.activeCount + limit.pendingCount >= atOnce + mostWaiting)
      throw new AppError('UNAVAILABLE', { reason: { key: busy }, retryAfterSeconds });
    return limit(work);
  };
}
