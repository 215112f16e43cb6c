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
 * A queue for work that takes much of the machine: `atOnce` tasks run, the others wait in order. Throws UNAVAILABLE (503) with
 * the time to retry after when too many wait.
 */
export function waitingLine({ atOnce, mostWaiting, busy, retryAfterSeconds }: Line) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting)
        throw new AppError('UNAVAILABLE', { reason: { key: busy }, retryAfterSeconds });
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      // The place goes straight to the next waiting task, so that a new one cannot overtake it.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
