import pLimit from 'p-limit';
import { AppError, type Reason } from '@/lib/errors';

type Line = {
  /** The number of tasks that run at the same time. */
  atOnce: number;
  /** The number of tasks that may wait; further ones are refused. */
  mostWaiting: number;
  busy: Reason['key'];
  retryAfterSeconds: number;
};

/**
 * A queue for costly work: `atOnce` tasks run, the others wait in order. Throws UNAVAILABLE (503) with the seconds until a
 * retry when too many wait.
 */
export function waitingLine({ atOnce, mostWaiting, busy, retryAfterSeconds }: Line) {
  const limit = pLimit(atOnce);
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (limit.activeCount + limit.pendingCount >= atOnce + mostWaiting)
      throw new AppError('UNAVAILABLE', { reason: { key: busy }, retryAfterSeconds });
    return limit(work);
  };
}
