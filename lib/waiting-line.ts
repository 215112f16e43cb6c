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
      // The place goes straight to the next in line, so that nobody who comes now overtakes.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
