import { AppError, type Reason } from '@/lib/errors';

/** Whose work a task is: a tenant's, the platform operator's, or that of visitors who have not proven who they are. */
export type Lane = `tenant ${string}` | 'operator' | 'visitors';

type Line = {
  /** The number of tasks that run at the same time. */
  atOnce: number;
  /** The number of tasks that may wait in each lane; further ones are refused. */
  mostWaiting: number;
  busy: Reason['key'];
  retryAfterSeconds: number;
};

/**
 * A queue for costly work: `atOnce` tasks run, and the lanes with waiting tasks are served in turn, one task each, so that the
 * load of one tenant delays another by one task and not by all. Throws UNAVAILABLE (503) with the seconds until a retry when
 * too many wait in the lane. Why no total limit: docs/decisions/0025.
 */
export function waitingLine({ atOnce, mostWaiting, busy, retryAfterSeconds }: Line) {
  // A Map keeps the order of insertion: the lane whose turn it is comes first. A lane without waiting tasks is not in it.
  const lanes = new Map<Lane, (() => void)[]>();
  let running = 0;

  function leave(): void {
    const [next] = lanes;
    if (!next) {
      running -= 1;
      return;
    }
    const [lane, [start, ...others]] = next;
    lanes.delete(lane);
    if (others.length > 0) lanes.set(lane, others);
    start?.(); // takes over the place of the task that leaves
  }

  async function enter(lane: Lane): Promise<void> {
    if (running < atOnce) {
      running += 1;
      return;
    }
    const waiting = lanes.get(lane) ?? [];
    if (waiting.length >= mostWaiting) throw new AppError('UNAVAILABLE', { reason: { key: busy }, retryAfterSeconds });
    await new Promise<void>((start) => lanes.set(lane, [...waiting, start]));
  }

  return async <T>(lane: Lane, work: () => Promise<T>): Promise<T> => {
    await enter(lane);
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
