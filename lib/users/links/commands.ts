import { createInvitation, createPasswordReset } from '@/lib/auth/links';
import type { AdminActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { conflict, forbidden, orNotFound } from '@/lib/errors';
import type { UserLink } from '@/lib/users/schemas';

/**
 * Creates a link for a person to set their password: an invitation until the first sign-in, a reset from then on. Ends
 * older links of the same kind. Throws NOT_FOUND, CONFLICT for an inactive person and for the actor's own password, and
 * FORBIDDEN for the reset of another admin: the link is shown, so the actor could sign in as them.
 */
export async function createUserLink(db: WriteDb, { id }: { id: string }, actor: AdminActor): Promise<UserLink> {
  const select = { userType: true, isActive: true, lastSignInAt: true } as const;
  const { userType, isActive, lastSignInAt } = orNotFound(await db.user.findUnique({ where: { id }, select }));
  if (id === actor.userId) throw conflict('ownPassword');
  if (!isActive) throw conflict('userInactive');
  if (lastSignInAt && userType === 'admin') throw forbidden('adminReset');
  const create = lastSignInAt ? createPasswordReset : createInvitation;
  const { url, expiresAt } = await create(db, { userId: id }, actor);
  return { url, expiresAt: expiresAt.toISOString() };
}
