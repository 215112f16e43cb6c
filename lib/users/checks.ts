import { requireImpersonal } from '@/lib/auth/password-rule';
import { hashPassword } from '@/lib/auth/passwords';
import type { AdminActor, UserType } from '@/lib/authz/actor';
import { refusing } from '@/lib/db/constraint-errors';
import type { WriteDb } from '@/lib/db/handles';
import { conflict, invalid } from '@/lib/errors';
import { type PortalFields, portalProblems } from '@/lib/users/rule';
import type { CreateUserInput } from '@/lib/users/schemas';

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
 * Writes a person. Throws VALIDATION for a taken e-mail address: addresses are unique in the whole installation, which
 * an admin cannot query.
 */
export function writingUser<T>(work: PromiseLike<T>): Promise<T> {
  return refusing(work, { users_email_key: () => invalid({ email: 'emailTaken' }) });
}

type AdminState = { userType: UserType; isActive: boolean };
type Change = { id: string; before: AdminState; after: AdminState };

const isActiveAdmin = ({ userType, isActive }: AdminState) => userType === 'admin' && isActive;

/**
 * Throws CONFLICT for a change that would remove an admin's own rights or the tenant's last admin. The lock serialises two
 * admins' simultaneous changes to each other; the second one is refused.
 */
export async function requireOtherAdmin(db: WriteDb, { id, before, after }: Change, actor: AdminActor): Promise<void> {
  if (!isActiveAdmin(before) || isActiveAdmin(after)) return;
  if (id === actor.userId) throw conflict('ownAccount');
  const admins = await db.$queryRaw<{ id: string }[]>`
    select id from users where user_type = 'admin' and is_active order by id for update`;
  if (admins.every((admin) => admin.id === id)) throw conflict('lastAdmin');
}

/** A new person with the hash of their first password, where they have one. */
export type NewUser = Omit<CreateUserInput, 'password'> & { passwordHash?: string };

/**
 * Checks and hashes the first password of a new person, so that programs can create accounts without mail. Runs before the
 * transaction, because argon2 is slow and must not hold a connection. Admins set their own password by link. Throws
 * VALIDATION, or UNAVAILABLE when the hash queue is full.
 */
export async function withHashedPassword({ password, ...person }: CreateUserInput): Promise<NewUser> {
  if (password === undefined) return person;
  if (person.userType === 'admin') throw invalid({ password: 'adminByLink' });
  requireImpersonal(password, person, 'password');
  return { ...person, passwordHash: await hashPassword(password) };
}
