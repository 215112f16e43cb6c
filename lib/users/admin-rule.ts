import type { AdminActor, UserType } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { conflict } from '@/lib/errors';

type AdminState = { userType: UserType; isActive: boolean };
type Change = { id: string; before: AdminState; after: AdminState };

const isActiveAdmin = ({ userType, isActive }: AdminState) => userType === 'admin' && isActive;

/**
 * Throws CONFLICT when an administrator would take the business from themselves, or from its last administrator. Two who
 * deactivate each other at the same moment take turns at the lock, and the second finds the first one gone.
 */
export async function requireOtherAdmin(db: WriteDb, { id, before, after }: Change, actor: AdminActor): Promise<void> {
  if (!isActiveAdmin(before) || isActiveAdmin(after)) return;
  if (id === actor.userId) throw conflict('ownAccount');
  const admins = await db.$queryRaw<{ id: string }[]>`
    select id from users where user_type = 'admin' and is_active order by id for update`;
  if (admins.every((admin) => admin.id === id)) throw conflict('lastAdmin');
}
