import { endOpenLinks } from '@/lib/auth/links';
import type { AdminActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { type NewUser, requireOtherAdmin, requirePortalFields, writingUser } from '@/lib/users/checks';
import { createUserLink } from '@/lib/users/links/commands';
import { getUser } from '@/lib/users/queries';
import { changedPortal, type PortalFields } from '@/lib/users/rule';
import type { ChangeUserInput, CreatedUser, UserDetail, UserLink } from '@/lib/users/schemas';
import { withoutUndefined } from '@/lib/without-undefined';

/**
 * Creates a person of the tenant or of one of its clients. A password lets them sign in at once; with `invite` the answer
 * contains a link to set their own. Throws VALIDATION, and CONFLICT for inviting an inactive person.
 */
export async function createUser(db: WriteDb, input: NewUser, actor: AdminActor): Promise<CreatedUser> {
  const { passwordHash, invite, ...about } = input;
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
  if (passwordHash !== undefined) await setFirstPassword(db, id, passwordHash);
  const facts = { ...about, withPassword: passwordHash !== undefined };
  await recordEvent(db, actor, { name: 'user.created', recordId: id, facts });
  const link = invite ? await createUserLink(db, { id }, actor) : null;
  const user = await getUser(db, { id });
  return { ...user, invitationUrl: link?.url ?? null, invitationExpiresAt: link?.expiresAt ?? null };
}

/** Creates a person and returns the invitation, which the page shows as long as no mail is sent. */
export async function inviteUser(db: WriteDb, input: NewUser, actor: AdminActor): Promise<UserLink> {
  const { id } = await createUser(db, input, actor);
  return createUserLink(db, { id }, actor);
}

/**
 * Changes the named fields of a person, effective from their next request. Triggers revoke sessions and tokens with a change of
 * address, type, client or activity, and clear contacts at the old client; a new address or deactivation ends open links.
 * Throws NOT_FOUND, VALIDATION, and CONFLICT for the actor's own account and the last admin.
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
  const name = switched ? (after.isActive ? 'user.reactivated' : 'user.deactivated') : 'user.changed';
  await recordEvent(db, actor, { name, recordId: id, facts: data });
  return getUser(db, { id });
}

/** Deactivates an account from its next request; nothing is deleted. */
export function deactivateUser(db: WriteDb, { id }: { id: string }, actor: AdminActor): Promise<UserDetail> {
  return changeUser(db, { id, isActive: false }, actor);
}

export function reactivateUser(db: WriteDb, { id }: { id: string }, actor: AdminActor): Promise<UserDetail> {
  return changeUser(db, { id, isActive: true }, actor);
}

/** The portal's fields that changed, including those that follow from others: without a client there is no portal. */
function differing(before: PortalFields, after: PortalFields): Partial<PortalFields> {
  return {
    ...(after.clientPortalEnabled !== before.clientPortalEnabled && { clientPortalEnabled: after.clientPortalEnabled }),
    ...(after.clientId !== before.clientId && { clientId: after.clientId }),
  };
}

/** Stores the first password of a new person. The wall lets an admin insert one, and never read or replace one. */
async function setFirstPassword(db: WriteDb, userId: string, passwordHash: string): Promise<void> {
  // createMany, because create reads the row back and only the sign-in may read it.
  await db.credential.createMany({ data: { userId, passwordHash } });
}
