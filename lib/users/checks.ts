import type { AdminActor, UserType } from '@/lib/authz/actor';
import { refusing } from '@/lib/db/constraint-errors';
import type { WriteDb } from '@/lib/db/handles';
import { conflict, invalid } from '@/lib/errors';
import { type PortalFields, portalProblems } from '@/lib/users/rule';

/** Throws VALIDATION unless type, portal and client go together and the client is one of the tenant's. */
export async function requirePortalFields(
  db: WriteDb,
  portal: PortalFields,
  before?: Pick<PortalFields, 'clientId'>,
): Promise<void> {
  const problems = portalProblems(portal);
  if (Object.keys(problems).length > 0) throw invalid(problems);
  const { clientId } = portal;
  if (!clientId || clientId === before?.clientId) return;
  if (!(await db.client.findUnique({ where: { id: clientId }, select: { id: true } })))
    throw invalid({ clientId: 'unknownClient' });
}

/**
 * Writes a person. Throws VALIDATION for a taken e-mail address: addresses are unique in the whole installation, where an
 * admin cannot look.
 */
export function writingUser<T>(work: PromiseLike<T>): Promise<T> {
  return refusing(work, { users_email_key: () => invalid({ email: 'emailTaken' }) });
}

type AdminState = { userType: UserType; isActive: boolean };
type Change = { id: string; before: AdminState; after: AdminState };

const isActiveAdmin = ({ userType, isActive }: AdminState) => userType === 'admin' && isActive;

/**
 * Throws CONFLICT for a change by which admins would lose their own rights, or the tenant its last admin. The lock puts two
 * admins in a row who deactivate each other at the same moment; the second one is refused.
 */
export async function requireOtherAdmin(db: WriteDb, { id, before, after }: Change, actor: AdminActor): Promise<void> {
  if (!isActiveAdmin(before) || isActiveAdmin(after)) return;
  if (id === actor.userId) throw conflict('ownAccount');
  const admins = await db.$queryRaw<{ id: string }[]>`
    select id from users where user_type = 'admin' and is_active order by id for update`;
  if (admins.every((admin) => admin.id === id)) throw conflict('lastAdmin');
}
