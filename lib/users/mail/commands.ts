import { enqueueAccountMail } from '@/lib/auth/account-mails';
import { noticeLink } from '@/lib/auth/security-notices';
import type { AdminActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { env } from '@/lib/env';
import { conflict, orNotFound } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';

/** Has mail sent again to an address that its mail server had refused for good. Throws NOT_FOUND, and CONFLICT where none had. */
export async function trustAddress(db: WriteDb, { id }: { id: string }, actor: AdminActor): Promise<void> {
  orNotFound(await db.user.findUnique({ where: { id }, select: { id: true } }));
  const [row] = await db.$queryRaw<{ trusted: boolean }[]>`select trust_address(${id}::uuid) as trusted`;
  if (!row?.trusted) throw conflict('addressNotRefused');
  await recordEvent(db, actor, { name: 'user.address_trusted', recordId: id, facts: {} });
}

/**
 * Mails a person a link for a new password, which nobody else sees: for another admin the only way beside the operator's. The person is
 * told who asked for it. Throws NOT_FOUND, and CONFLICT for the actor's own password, an inactive person, one without a password,
 * a refused address and without a mail server.
 */
export async function mailPasswordLink(db: WriteDb, { id }: { id: string }, actor: AdminActor): Promise<void> {
  const select = { isActive: true, mailRefusedAt: true, credential: { select: { userId: true } } } as const;
  const person = orNotFound(await db.user.findUnique({ where: { id }, select }));
  if (id === actor.userId) throw conflict('ownPassword');
  if (!person.isActive) throw conflict('userInactive');
  if (!person.credential) throw conflict('noPasswordYet');
  if (!env().mail.smtp) throw conflict('noMailServer');
  if (person.mailRefusedAt) throw conflict('addressRefused');
  await noticeLink(db, id, { id: actor.userId, name: actor.name });
  await enqueueAccountMail(db, 'password_reset', id);
  await recordEvent(db, actor, { name: 'user.link_created', recordId: id, facts: { purpose: 'password_reset' } });
}
