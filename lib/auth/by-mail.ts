import { findPerson } from '@/lib/auth/identify';
import type { ClientActor, TeamActor } from '@/lib/authz/actor';
import { tenantUser } from '@/lib/authz/guards';
import { notFound } from '@/lib/errors';

/**
 * The actor of an answer by mail, by the checks of the person's guard. The caller has proven the person: by the secret in the address
 * that the answer was sent to, which only they were mailed, and by the address that it came from. Throws FORBIDDEN with the reason.
 */
export async function writerByMail(userId: string, mailId: string): Promise<ClientActor | TeamActor> {
  const facts = await findPerson(userId);
  if (!facts) throw notFound();
  const origin = { ip: null, userAgent: null };
  return tenantUser({ identity: { ...facts, via: { kind: 'mail', mailId } }, origin });
}
