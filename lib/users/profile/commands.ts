import type { Actor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { recordEvent } from '@/lib/events/record';
import { type Profile, profileColumns } from '@/lib/users/profile/columns';
import type { UpdateProfileInput } from '@/lib/users/profile/schemas';
import { withoutUndefined } from '@/lib/without-undefined';

/** Changes the actor's own profile. An absent field keeps its value. */
export async function updateProfile(db: WriteDb, input: UpdateProfileInput, actor: Actor): Promise<Profile> {
  const data = { ...withoutUndefined(input), name: input.name };
  const changed = await db.user.update({ where: { id: actor.userId }, data, select: profileColumns });
  await recordEvent(db, actor, { name: 'user.profile_changed', recordId: actor.userId, facts: data });
  return changed;
}
