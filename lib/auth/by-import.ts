import { findPerson } from '@/lib/auth/identify';
import type { AdminActor, JobActor } from '@/lib/authz/actor';
import { adminUser } from '@/lib/authz/guards';
import { notFound } from '@/lib/errors';

/**
 * The admin in whose name a worker does an import, by the checks of the guard on the present facts. The job was added in the
 * transaction in which the admin asked for it. Throws NOT_FOUND for a person of another tenant, and FORBIDDEN with the reason.
 */
export async function adminByImport(job: JobActor, userId: string, importId: string): Promise<AdminActor> {
  const facts = await findPerson(userId);
  if (!facts || facts.tenantId !== job.tenantId) throw notFound();
  const origin = { ip: null, userAgent: null };
  return adminUser({ identity: { ...facts, via: { kind: 'import', importId } }, origin });
}
