import { findPerson } from '@/lib/auth/identify';
import type { AdminActor, JobActor, OnBehalfActor, TeamOnBehalfActor } from '@/lib/authz/actor';
import { onBehalfOf, onBehalfOfRecipient } from '@/lib/authz/guards';
import { write } from '@/lib/authz/scope';
import { notFound } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';

/**
 * The read-only actor of a client's person, for an admin's look at the portal as this person or for a job that sends them
 * mail. Opens its own transactions. The beginning of an admin's look is recorded in the admin's name, each one. Throws NOT_FOUND for an unknown person
 * or one of another tenant, and FORBIDDEN with the reason where a guard would refuse the person.
 */
export async function actAs(behind: AdminActor | JobActor, userId: string): Promise<OnBehalfActor> {
  const facts = await findPerson(userId);
  if (!facts) throw notFound();
  if (!('userType' in behind)) return onBehalfOf(facts, behind.via, { ip: null, userAgent: null });
  if (facts.tenantId !== behind.tenantId) throw notFound();
  const { userId: adminId, name, via, origin } = behind;
  const actor = onBehalfOf(facts, { kind: 'admin', userId: adminId, name, via }, origin);
  await write(behind, (db) => recordEvent(db, behind, { name: 'user.impersonated', recordId: userId, facts: {} }));
  return actor;
}

/**
 * The read-only actor of a person to whom a job within their tenant mails. Throws NOT_FOUND for an unknown person and one of another
 * tenant, and FORBIDDEN with the reason where a guard would refuse the person.
 */
export async function readAsRecipient(job: JobActor, userId: string): Promise<OnBehalfActor | TeamOnBehalfActor> {
  const facts = await findPerson(userId);
  if (!facts || facts.tenantId !== job.tenantId) throw notFound();
  return onBehalfOfRecipient(facts, job.via);
}
