import { z } from 'zod';
import type { Actor } from '@/lib/authz/actor';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import { notFound } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { recordId } from '@/lib/fields';
import type { SecurityNotice } from '@/lib/security-notice';

// Nobody else touches a person's password unnoticed: whoever makes a link that replaces it writes a notice in the same transaction.
// An invitation needs none, because it is for a person without a password (docs/decisions/0040-notices-about-a-password.md).

const columns = { id: true, byName: true, createdAt: true, usedAt: true, seenAt: true } as const;

/** Writes that a reset link was made for a person, by an admin (null: the operator). The database writes the admin's name. */
export async function noticeLink(db: WriteDb, userId: string, by: { id: string; name: string } | null): Promise<void> {
  await db.securityNotice.createMany({ data: { userId, byId: by?.id ?? null, byName: by?.name ?? null } });
}

/** Notes that the person's newest reset link was used, and shows its notice again: whoever used the link may not be the person. */
export async function noticeUse(db: WriteDb, userId: string): Promise<void> {
  await db.$executeRaw`update security_notices set used_at = now(), seen_at = null where id =
    (select id from security_notices where user_id = ${userId}::uuid order by created_at desc limit 1)`;
}

/** The newest notices of a person, the latest first: the actor's own, or of a person of an admin's business. */
export function listNotices(db: ReadDb, userId: string, take = 10): Promise<SecurityNotice[]> {
  return db.securityNotice.findMany({ where: { userId }, orderBy: { createdAt: 'desc' }, take, select: columns });
}

export const seeNoticeInput = z.strictObject({ id: recordId() });

/** Takes a notice off the person's pages; their list keeps it. Throws NOT_FOUND. */
export async function seeNotice(db: WriteDb, { id }: z.output<typeof seeNoticeInput>, actor: Actor): Promise<void> {
  const { userId } = actor;
  const { count } = await db.securityNotice.updateMany({ where: { id, userId }, data: { seenAt: new Date() } });
  if (count === 0) throw notFound();
  await recordEvent(db, actor, { name: 'user.notice_dismissed', recordId: userId, facts: {} });
}
