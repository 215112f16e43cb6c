import type { AdminActor, UserType } from '@/lib/authz/actor';
import { Prisma } from '@/lib/db/generated/client';
import type { WriteDb } from '@/lib/db/handles';
import { conflict, invalid } from '@/lib/errors';
import { type PortalFields, portalProblems } from '@/lib/users/rule';

/** Throws VALIDATION unless type, portal and client go together and the client is one of the business's. */
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
 * Writes a person. An e-mail address is unique on the whole installation, where an administrator cannot look: the unique
 * index decides, also between two who are equally fast.
 */
export async function writingUser<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const code = error instanceof Prisma.PrismaClientKnownRequestError ? error.code : null;
    if (code === 'P2002') throw invalid({ email: 'emailTaken' });
    throw error;
  }
}

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
