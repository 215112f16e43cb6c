import type { WriteDb } from '@/lib/db/handles';

export type AccountMail = 'invitation' | 'password_reset' | 'password_changed' | 'new_device';

/**
 * Has a mail about their account sent to a person, once this transaction commits. A function of the wall refuses what the role may
 * not send. `detail` holds ids: the rest, a link included, is made when the mail is sent.
 */
export async function enqueueAccountMail(
  db: WriteDb,
  about: AccountMail,
  userId: string,
  detail: Record<string, string> = {},
): Promise<void> {
  await db.$queryRaw`select enqueue_account_mail(${about}::mail_about, ${userId}::uuid, ${detail}::jsonb)`;
}
