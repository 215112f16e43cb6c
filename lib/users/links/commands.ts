import { createInvitation, createPasswordReset } from '@/lib/auth/links';
import type { AdminActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { conflict, orNotFound } from '@/lib/errors';
import type { UserLink } from '@/lib/users/schemas';

/**
 * Creates a link for a person to set their password: an invitation until the first sign-in, a reset from then on. Ends
 * older links of the same kind. Throws NOT_FOUND, and CONFLICT for an inactive person, whom the sign-in would refuse.
 */
export async function createUserLink(db: WriteDb, { id }: { id: string }, actor: AdminActor): Promise<UserLink> {
  const select = { isActive: true, lastSignInAt: true } as const;
  const { isActive, lastSignInAt } = orNotFound(await db.user.findUnique({ where: { id }, select }));
  if (!isActive) throw conflict('userInactive');
  const create = lastSignInAt ? createPasswordReset : createInvitation;
  const { url, expiresAt } = await create(db, { userId: id }, actor);
  return { url, expiresAt: expiresAt.toISOString() };
}
