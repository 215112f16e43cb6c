import { derivedToken } from '@/lib/auth/derived-token';
import { hashSecret } from '@/lib/auth/secret-hash';
import type { JobActor } from '@/lib/authz/actor';
import { write } from '@/lib/authz/scope';
import { env } from '@/lib/env';

/** Octets of the secret in the address of an answer: 120 bits, which lower-case hex keeps through every mail server. */
const secretOctets = 15;

/**
 * The address at which a person's answer reaches a ticket; null where no mailbox is set up. The secret belongs to this ticket and
 * person, and the database keeps its hash only.
 */
export async function replyAddress(
  job: JobActor,
  { userId, ticketId }: { userId: string; ticketId: string },
): Promise<string | null> {
  const { imap } = env().mail;
  const { tenantId } = job;
  if (!imap || tenantId === null) return null;
  const token = derivedToken('reply', ticketId, userId).subarray(0, secretOctets).toString('hex');
  const data = [{ tenantId, userId, ticketId, tokenHash: hashSecret(token) }];
  await write(job, (db) => db.replyAddress.createMany({ data, skipDuplicates: true }));
  const at = imap.replyTo.lastIndexOf('@');
  return `${imap.replyTo.slice(0, at)}+${token}${imap.replyTo.slice(at)}`;
}
