import type { Actor } from '@/lib/authz/actor';
import type { ReadDb } from '@/lib/db/handles';
import { type Profile, profileColumns } from '@/lib/users/profile/columns';
import type { Me } from '@/lib/users/profile/schemas';

/** The answer of GET /api/me; the guard has read all of its fields. */
export function describeMe(actor: Actor): Me {
  const { userId: id, userType, name, email, locale } = actor;
  const tenant = actor.userType === 'super_admin' ? null : actor.tenant;
  return { id, userType, name, email, locale, clientId: actor.userType === 'client' ? actor.clientId : null, tenant };
}

export function getProfile(db: ReadDb, { userId }: Actor): Promise<Profile> {
  return db.user.findUniqueOrThrow({ where: { id: userId }, select: profileColumns });
}
