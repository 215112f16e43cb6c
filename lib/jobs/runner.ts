import { setTimeout as pause } from 'node:timers/promises';
import { jobActor } from '@/lib/authz/job';
import type { JobHandlers, Outcome } from '@/lib/jobs/job';
import { endLease, type Leased, leaseNext, renewLease } from '@/lib/jobs/lease';
import { log } from '@/lib/log';
import { loggedError } from '@/lib/logged-error';

export type RunnerSettings = {
  handlers: JobHandlers;
  /** Jobs that are done at the same time. */
  loops?: number;
  /** Longer than a handler takes that does not renew it: once its lease has ended another worker does the job. */
  leaseSeconds?: number;
  /** Milliseconds between two looks while nothing is due. */
  idle?: number;
};

export type Runner = {
  /** Takes no more jobs, and resolves once those in hand are done. */
  stop: () => Promise<void>;
};

/** Does jobs as they become due, until it is stopped. Any number of processes may run it on one database. */
export function startRunner({ handlers, loops = 4, leaseSeconds = 300, idle = 2000 }: RunnerSettings): Runner {
  const stopping = new AbortController();
  const kinds = Object.keys(handlers);
  const loop = async () => {
    while (!stopping.signal.aborted) {
      const worked = await workOnce(kinds, handlers, leaseSeconds);
      if (!worked) await pause(idle, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const ended = Promise.all(Array.from({ length: loops }, loop));
  return {
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}

/** Does one job if one is due. A database that does not answer is logged and counts as nothing to do. */
async function workOnce(kinds: readonly string[], handlers: JobHandlers, leaseSeconds: number): Promise<boolean> {
  try {
    const job = await leaseNext(kinds, leaseSeconds);
    if (!job) return false;
    await endLease(job, await outcomeOf(job, handlers, leaseSeconds));
    return true;
  } catch (error) {
    log().error({ err: error }, 'the worker could not take or end a job and tries again');
    return false;
  }
}

/** Does every job that is due now, one after the other, and returns their number: for scripts and tests. */
export async function runDue(handlers: JobHandlers, leaseSeconds = 300): Promise<number> {
  for (let count = 0; ; count++) {
    const job = await leaseNext(Object.keys(handlers), leaseSeconds);
    if (!job) return count;
    await endLease(job, await outcomeOf(job, handlers, leaseSeconds));
  }
}

async function outcomeOf(job: Leased, handlers: JobHandlers, leaseSeconds: number): Promise<Outcome> {
  try {
    const handle = handlers[job.kind];
    if (!handle) return { result: 'again', error: 'no handler' };
    return await handle(job, jobActor(job.kind, job.tenantId), () => renewLease(job, leaseSeconds));
  } catch (error) {
    log().error({ err: error, job: job.kind, attempts: job.attempts }, 'a job failed and is tried again');
    const { message, code, type } = loggedError(error);
    return { result: 'again', error: message ?? code ?? type };
  }
}
