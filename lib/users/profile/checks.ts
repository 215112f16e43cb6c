import type { Actor } from '@/lib/authz/actor';
import { defineEdit } from '@/lib/edits/edit';
import type { Profile } from '@/lib/users/profile/columns';
import { getProfile } from '@/lib/users/profile/queries';

/** The form of the own profile. */
export const profileEdit = defineEdit<unknown, Actor, Profile>({
  table: 'users',
  id: (_, { userId }) => userId,
  read: (db, _, actor) => getProfile(db, actor),
  fields: ({ name, phone, locale }) => ({ name, phone, locale }),
  events: { record: 'user', names: ['user.created', 'user.changed', 'user.profile_changed'] },
});
