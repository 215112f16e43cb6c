import type { JobActor } from '@/lib/authz/actor';
import { mint } from '@/lib/authz/mint';

/**
 * The actor of a background job, by the name it has in the log; for the tables of a tenant, the tenant's. It needs no proof: no
 * request reaches the code of a job.
 */
export function jobActor(name: string, tenantId: string | null = null): JobActor {
  return mint<JobActor>({ via: { kind: 'job', name }, tenantId });
}
