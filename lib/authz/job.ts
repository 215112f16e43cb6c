import type { JobActor } from '@/lib/authz/actor';
import { mint } from '@/lib/authz/mint';

/** The actor of a background job, by the name it has in the log. It needs no proof: no request reaches the code of a job. */
export function jobActor(name: string): JobActor {
  return mint<JobActor>({ via: { kind: 'job', name } });
}
