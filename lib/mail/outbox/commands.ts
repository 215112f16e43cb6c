import type { AdminActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { env } from '@/lib/env';
import { conflict } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { getMail } from '@/lib/mail/outbox/queries';
import type { MailDetail } from '@/lib/mail/outbox/schemas';

/**
 * Has a mail that failed or was kept sent once more, read anew as its recipient. An address that was refused counts as good again.
 * Throws NOT_FOUND, CONFLICT (noMailServer) and CONFLICT (mailNotRetried) for one that waits, was sent or had nothing to say.
 */
export async function retryMail(db: WriteDb, { id }: { id: string }, actor: AdminActor): Promise<MailDetail> {
  const { userId } = await getMail(db, { id });
  if (!env().mail.smtp) throw conflict('noMailServer');
  const [row] = await db.$queryRaw<{ retried: boolean }[]>`select retry_mail(${id}::uuid) as retried`;
  if (!row?.retried) throw conflict('mailNotRetried');
  await recordEvent(db, actor, { name: 'mail.retried', recordId: id, facts: { userId } });
  return getMail(db, { id });
}
