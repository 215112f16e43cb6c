import { createInvitation, createPasswordReset } from '@/lib/auth/links';
import type { AdminActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { env } from '@/lib/env';
import { conflict, forbidden, orNotFound } from '@/lib/errors';
import { linkMessage } from '@/lib/i18n/link-message';
import type { UserLink } from '@/lib/users/schemas';

/** The person whose link it is, and the name of the project that it is to open, for the message. */
type For = { id: string; project?: string | undefined };

/**
 * Creates a link for a person to set their password: an invitation while they have none, a reset from then on. Ends older
 * links of the same kind. Throws NOT_FOUND, CONFLICT for an inactive person and for the actor's own password, and
 * FORBIDDEN for the reset of another admin: the link is shown, so the actor could sign in as them.
 */
export async function createUserLink(db: WriteDb, { id, project }: For, actor: AdminActor): Promise<UserLink> {
  const about = { name: true, email: true, locale: true, userType: true, isActive: true, mailRefusedAt: true } as const;
  const select = { ...about, credential: { select: { userId: true } } } as const;
  const { isActive, credential, mailRefusedAt, ...person } = orNotFound(
    await db.user.findUnique({ where: { id }, select }),
  );
  if (id === actor.userId) throw conflict('ownPassword');
  if (!isActive) throw conflict('userInactive');
  if (credential && person.userType === 'admin') throw forbidden('adminReset');
  const purpose = credential ? 'password_reset' : 'invitation';
  const link = await (credential ? createPasswordReset : createInvitation)(db, { userId: id }, actor);
  const message = linkMessage({ purpose, person, link, business: actor.tenant, sender: actor.name, project });
  const { name, email } = person;
  const isMailed = env().mail.smtp !== undefined && mailRefusedAt === null;
  return { id, name, email, url: link.url, expiresAt: link.expiresAt.toISOString(), message, isMailed };
}
