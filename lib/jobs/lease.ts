import { randomUUID } from 'node:crypto';
import { jobActor } from '@/lib/authz/job';
import { write } from '@/lib/authz/scope';
import type { Job, Outcome } from '@/lib/jobs/job';

/** A job with the lease under which this worker has it. */
export type Leased = Job & { lease: string };

const worker = jobActor('jobs');

/** Tries after which a job is given up: with the pauses below, after about two days. */
export const mostAttempts = 16;

const hour = 3600;

/** Seconds until the next try: a minute, doubled with each try, six hours at most. */
export function pauseAfter(attempts: number): number {
  return Math.min(60 * 2 ** (attempts - 1), 6 * hour);
}

/**
 * Takes the job of these kinds that has been due for longest, for `seconds`; null when none is due. Workers pass over each other's
 * rows. A worker that dies leaves the job to the next one, once the lease has ended.
 */
export function leaseNext(kinds: readonly string[], seconds: number): Promise<Leased | null> {
  const lease = randomUUID();
  return write(worker, async (db) => {
    const [job] = await db.$queryRaw<Omit<Job, never>[]>`
      update jobs set attempts = attempts + 1, lease = ${lease}::uuid, pending_key = null, due_at = now() + make_interval(secs => ${seconds})
      where id = (select id from jobs where due_at <= now() and kind = any (${kinds}) order by due_at, id limit 1 for update skip locked)
      returning id, tenant_id as "tenantId", kind, arguments, attempts`;
    return job ? { ...job, lease } : null;
  });
}

/** Extends a lease to `seconds` from now. Returns whether this worker still had it. */
export function renewLease({ id, tenantId, lease }: Leased, seconds: number): Promise<boolean> {
  return write(jobActor('jobs', tenantId), async (db) => {
    const dueAt = new Date(Date.now() + seconds * 1000);
    return (await db.job.updateMany({ where: { id, lease, dueAt: { not: null } }, data: { dueAt } })).count === 1;
  });
}

/**
 * Ends a lease with the outcome of its job, together with `settle`: removes the job, postpones it or gives it up. Does nothing
 * where another worker has the job by now. Returns whether this worker still had it.
 */
export function endLease({ id, tenantId, lease, attempts }: Leased, outcome: Outcome): Promise<boolean> {
  return write(jobActor('jobs', tenantId), async (db) => {
    const mine = { id, lease };
    if (!(await endOf(outcome, attempts, mine))) return false;
    await outcome.settle?.(db);
    return true;

    async function endOf(ended: Outcome, tries: number, where: { id: string; lease: string }): Promise<boolean> {
      if (ended.result === 'done') return (await db.job.deleteMany({ where })).count === 1;
      const seconds = 'seconds' in ended && ended.seconds !== undefined ? ended.seconds : pauseAfter(tries);
      const over = ended.result === 'givenUp' || tries >= mostAttempts;
      const dueAt = over ? null : new Date(Date.now() + seconds * 1000);
      const data = { dueAt, lastError: ended.error.slice(0, 2000) };
      return (await db.job.updateMany({ where, data })).count === 1;
    }
  });
}
