import { env } from '@/lib/env';
import { startClock } from '@/lib/jobs/clock';
import { startRunner } from '@/lib/jobs/runner';
import { handlers, longHandlers, schedules } from '@/lib/worker/handlers';

export type Work = { stop: () => Promise<void> };

/** Starts the work of a worker's process: jobs and the clock. `stop` resolves when the jobs in hand are done. */
export function startWork(): Work {
  const stopClock = startClock(schedules, env().mail.imap ? ['fetch_answers'] : []);
  const runners = [startRunner({ handlers }), startRunner({ handlers: longHandlers, loops: 1 })];
  return {
    stop: async () => {
      stopClock();
      await Promise.all(runners.map((runner) => runner.stop()));
    },
  };
}
