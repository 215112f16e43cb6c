import { requireImpersonal } from '@/lib/auth/password-rule';
import { hashPassword } from '@/lib/auth/passwords';
import type { AdminActor, UserType } from '@/lib/authz/actor';
import { laneOf } from '@/lib/authz/lane';
import { refusing } from '@/lib/db/constraint-errors';
import type { WriteDb } from '@/lib/db/handles';
import { defineEdit } from '@/lib/edits/edit';
import { AppError, conflict, invalid } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { getUser } from '@/lib/users/queries';
import { type PortalFields, portalProblems } from '@/lib/users/rule';
import type { CreateUserInput, UserDetail } from '@/lib/users/schemas';

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

/** The most refused addresses of one admin within the window; with them the trail gets no longer either. */
const refusals = { most: 20, windowInMilliseconds: 15 * 60_000 };

/**
 * Throws VALIDATION for an e-mail address that another person of the tenant has, and records the refusal; at other tenants it
 * may have accounts, of which no answer tells. Throws TOO_MANY_TRIES after many refusals. Comes before everything else that
 * the command writes, because the refusal commits.
 */
export async function requireFreeAddress(db: WriteDb, email: string, actor: AdminActor): Promise<void> {
  const since = Date.now() - refusals.windowInMilliseconds;
  const [oldest] = await db.auditEntry.findMany({
    where: { actorId: actor.userId, action: 'user.address_refused', createdAt: { gt: new Date(since) } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { createdAt: true },
    skip: refusals.most - 1,
    take: 1,
  });
  if (oldest) throw tooMany(oldest.createdAt.getTime() - since);
  const taken = await db.user.findFirst({ where: { email }, select: { id: true } });
  if (!taken) return;
  await recordEvent(db, actor, { name: 'user.address_refused', recordId: taken.id, facts: { email } });
  throw new AppError('VALIDATION', { fields: { email: [{ key: 'emailTaken' }] }, commits: true });
}

function tooMany(milliseconds: number): AppError {
  return new AppError('TOO_MANY_TRIES', { retryAfterSeconds: Math.max(1, Math.ceil(milliseconds / 1000)) });
}

/** Writes a person. Throws VALIDATION for an e-mail address that another person of the tenant got in the same moment. */
export function writingUser<T>(work: PromiseLike<T>): Promise<T> {
  return refusing(work, { users_email_tenant_id_key: () => invalid({ email: 'emailTaken' }) });
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

/**
 * Throws VALIDATION for a new admin whose password was chosen by somebody else, who could then sign in as an admin. The
 * database refuses the same.
 */
export async function requireOwnPassword(db: WriteDb, { id, before, after }: Change): Promise<void> {
  if (after.userType !== 'admin' || before.userType === 'admin') return;
  const password = await db.credential.findUnique({ where: { userId: id }, select: { chosenByOwner: true } });
  if (password?.chosenByOwner === false) throw invalid({ userType: 'ownPasswordFirst' });
}

/** A new person with the hash of their first password, where they have one. */
export type NewUser = Omit<CreateUserInput, 'password'> & { passwordHash?: string };

/**
 * Checks and hashes the first password of a new person, so that programs can create accounts without mail. Runs before the
 * transaction, because argon2 is slow and must not hold a connection. Admins set their own password by link. Throws
 * VALIDATION, or UNAVAILABLE when the tenant's lane of the hash queue is full.
 */
export async function withHashedPassword(
  { password, ...person }: CreateUserInput,
  actor: AdminActor,
): Promise<NewUser> {
  if (password === undefined) return person;
  if (person.userType === 'admin') throw invalid({ password: 'adminByLink' });
  requireImpersonal(password, person, 'password');
  return { ...person, passwordHash: await hashPassword(password, laneOf(actor)) };
}

/** The form of a person. Deactivation is a step of its own. */
export const userEdit = defineEdit<{ id: string }, AdminActor, UserDetail>({
  table: 'users',
  id: ({ id }) => id,
  read: getUser,
  fields: ({ name, email, phone, locale, userType, clientPortalEnabled, client }) => {
    return { name, email, phone, locale, userType, clientPortalEnabled, clientId: client?.id ?? null };
  },
  events: { record: 'user', names: ['user.created', 'user.changed', 'user.profile_changed'] },
});
