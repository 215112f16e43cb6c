import { recordAudit } from '@/lib/audit/commands';
import { endOpenLinks } from '@/lib/auth/links';
import type { AdminActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { requireOtherAdmin } from '@/lib/users/admin-rule';
import { requirePortalFields, writingUser } from '@/lib/users/checks';
import { setFirstPassword } from '@/lib/users/first-password';
import { createUserLink } from '@/lib/users/links/commands';
import { getUser } from '@/lib/users/queries';
import { changedPortal, type PortalFields } from '@/lib/users/rule';
import type { ChangeUserInput, CreatedUser, CreateUserInput, UserDetail, UserLink } from '@/lib/users/schemas';
import { withoutUndefined } from '@/lib/without-undefined';

/**
 * Creates a person of the business or of one of its clients. With `password` they can sign in at once; with `invite` the
 * answer carries a link by which they set their own. Throws VALIDATION, and CONFLICT for inviting who is not active.
 */
export async function createUser(db: WriteDb, input: CreateUserInput, actor: AdminActor): Promise<CreatedUser> {
  const { password, invite, ...about } = input;
  const portal = changedPortal({ userType: about.userType, clientPortalEnabled: false, clientId: null }, about);
  await requirePortalFields(db, portal);
  const data = {
    ...withoutUndefined(about),
    ...portal,
    name: about.name,
    email: about.email,
    tenantId: actor.tenantId,
  };
  const { id } = await writingUser(db.user.create({ data, select: { id: true } }));
  if (password !== undefined) await setFirstPassword(db, { ...about, id, password });
  const detail = { ...withoutUndefined(about), ...(password === undefined ? {} : { password: 'set' }) };
  await recordAudit(db, actor, { action: 'user.create', recordType: 'user', recordId: id, detail });
  const link = invite ? await createUserLink(db, { id }, actor) : null;
  const user = await getUser(db, { id });
  return { ...user, invitationUrl: link?.url ?? null, invitationExpiresAt: link?.expiresAt ?? null };
}

/** The same for the page, which shows the link: until mail is sent it is how a new person gets in. */
export async function inviteUser(db: WriteDb, input: CreateUserInput, actor: AdminActor): Promise<UserLink> {
  const { id } = await createUser(db, input, actor);
  return createUserLink(db, { id }, actor);
}

/**
 * Changes what is named of a person; what they lose is gone on their very next request. Moved to another client, they leave
 * the projects of the old one (a trigger sees to it). Open links end when the address changes that they were meant for, or
 * the person is deactivated. Throws NOT_FOUND, VALIDATION, and CONFLICT for one's own account and the last administrator.
 */
export async function changeUser(
  db: WriteDb,
  { id, ...change }: ChangeUserInput,
  actor: AdminActor,
): Promise<UserDetail> {
  const select = { userType: true, clientPortalEnabled: true, clientId: true, email: true, isActive: true } as const;
  const before = orNotFound(await db.user.findUnique({ where: { id }, select }));
  const portal = changedPortal(before, change);
  const after = { ...portal, isActive: change.isActive ?? before.isActive, email: change.email ?? before.email };
  await requireOtherAdmin(db, { id, before, after }, actor);
  await requirePortalFields(db, portal, before);
  const data = { ...withoutUndefined(change), ...differing(before, portal) };
  await writingUser(db.user.update({ where: { id }, data, select: { id: true } }));
  if (!after.isActive || after.email !== before.email) await endOpenLinks(db, id, null);
  const switched = after.isActive !== before.isActive;
  const action = switched ? (after.isActive ? 'user.reactivate' : 'user.deactivate') : 'user.change';
  await recordAudit(db, actor, { action, recordType: 'user', recordId: id, detail: { ...data } });
  return getUser(db, { id });
}

/** Nobody gets in with this account from the very next request on; nothing is deleted. */
export function deactivateUser(db: WriteDb, { id }: { id: string }, actor: AdminActor): Promise<UserDetail> {
  return changeUser(db, { id, isActive: false }, actor);
}

export function reactivateUser(db: WriteDb, { id }: { id: string }, actor: AdminActor): Promise<UserDetail> {
  return changeUser(db, { id, isActive: true }, actor);
}

/** The portal's fields that changed, also those that nobody named: leaving the client with the portal. */
function differing(before: PortalFields, after: PortalFields): Partial<PortalFields> {
  return {
    ...(after.clientPortalEnabled !== before.clientPortalEnabled && { clientPortalEnabled: after.clientPortalEnabled }),
    ...(after.clientId !== before.clientId && { clientId: after.clientId }),
  };
}
