import { enqueueAccountMail } from '@/lib/auth/account-mails';
import type { DeviceClaims } from '@/lib/auth/known-device';
import type { WriteDb } from '@/lib/db/handles';

/**
 * Has a person told of their sign-in by mail, where it was in a browser in which they had not signed in before. The first sign-in of an
 * account is in a new browser always, and tells nobody anything.
 */
export async function tellOfNewDevice(
  db: WriteDb,
  userId: string,
  sessionId: string,
  device: DeviceClaims | null,
): Promise<void> {
  if (device?.userId === userId) return;
  const where = { userId, id: { not: sessionId } };
  const earlier = await db.session.findFirst({ where, select: { id: true } });
  if (earlier) await enqueueAccountMail(db, 'new_device', userId, { sessionId });
}
