import { createInvitation, createPasswordReset } from '@/lib/auth/links';
import type { AdminActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { conflict, orNotFound } from '@/lib/errors';
import type { UserLink } from '@/lib/users/schemas';

/**
 * Makes the link by which a person gets in: an invitation until they have signed in for the first time, a password link
 * from then on. Their older ones of the kind end. Throws NOT_FOUND, and CONFLICT for who is not active: it would not open.
 */
export async function createUserLink(db: WriteDb, { id }: { id: string }, actor: AdminActor): Promise<UserLink> {
  const select = { isActive: true, lastSignInAt: true } as const;
  const { isActive, lastSignInAt } = orNotFound(await db.user.findUnique({ where: { id }, select }));
  if (!isActive) throw conflict('userInactive');
  const create = lastSignInAt ? createPasswordReset : createInvitation;
  const { url, expiresAt } = await create(db, { userId: id }, actor);
  return { url, expiresAt: expiresAt.toISOString() };
}
