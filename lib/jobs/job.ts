import type { JobActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';

/** A job that this worker has taken. `attempts` counts this one. */
export type Job = {
  id: string;
  tenantId: string | null;
  kind: string;
  arguments: Record<string, unknown>;
  attempts: number;
};

/**
 * What came of a job. `settle` runs in the transaction that removes or postpones the job, so that both happen or neither does.
 * `again` tries it once more, after `seconds` or else after a time that doubles; `givenUp` keeps it for the operator.
 */
export type Outcome = { settle?: (db: WriteDb) => Promise<void> } & (
  | { result: 'done' }
  | { result: 'again'; error: string; seconds?: number }
  | { result: 'givenUp'; error: string }
);

/**
 * Does a job of its kind, in transactions of its own as `actor`, the worker within the tenant of the job. It may be killed at any
 * moment and is then called again, so it must come to the same end when it is called twice. An error that it throws is `again`.
 */
export type JobHandler = (job: Job, actor: JobActor, renew: Renew) => Promise<Outcome>;

/** Extends the lease of a job that takes long. False where another worker has the job by now: its work is then to end. */
export type Renew = () => Promise<boolean>;

/** The handlers by kind of job. A worker takes no job of another kind. */
export type JobHandlers = Readonly<Record<string, JobHandler>>;

export const done: Outcome = { result: 'done' };
