import type { AdminWho, UserType } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { conflict } from '@/lib/errors';

type Standing = { userType: UserType; isActive: boolean };
type Change = { id: string; before: Standing; after: Standing };

const runsTheBusiness = ({ userType, isActive }: Standing) => userType === 'admin' && isActive;

/**
 * Throws CONFLICT when an administrator would take the business from themselves, or from its last administrator. Two who
 * deactivate each other at the same moment take turns at the lock, and the second finds the first one gone.
 */
export async function requireOtherAdmin(db: WriteDb, { id, before, after }: Change, who: AdminWho): Promise<void> {
  if (!runsTheBusiness(before) || runsTheBusiness(after)) return;
  if (id === who.userId) throw conflict('ownAccount');
  const admins = await db.$queryRaw<{ id: string }[]>`
    select id from users where user_type = 'admin' and is_active order by id for update`;
  if (admins.every((admin) => admin.id === id)) throw conflict('lastAdmin');
}
