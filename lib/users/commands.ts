import { endOpenLinks } from '@/lib/auth/links';
import type { AdminActor } from '@/lib/authz/actor';
import type { WriteDb } from '@/lib/db/handles';
import { conflict, orNotFound } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import {
  type NewUser,
  requireFreeAddress,
  requireOtherAdmin,
  requireOwnPassword,
  requirePortalFields,
  writingUser,
} from '@/lib/users/checks';
import { createUserLink } from '@/lib/users/links/commands';
import { getUser } from '@/lib/users/queries';
import { accessByClient, changedPortal, type PortalFields } from '@/lib/users/rule';
import type {
  ChangeUserInput,
  CreatedUser,
  InvitedUser,
  InviteUserInput,
  PlaceUserInput,
  UserDetail,
} from '@/lib/users/schemas';
import { withoutUndefined } from '@/lib/without-undefined';

/**
 * Creates a person of the tenant or of one of its clients. A password lets them sign in at once; with `invite` the answer
 * contains a link to set their own. Throws VALIDATION, TOO_MANY_TRIES after many taken addresses, and CONFLICT for inviting an
 * inactive person.
 */
export async function createUser(db: WriteDb, input: NewUser, actor: AdminActor): Promise<CreatedUser> {
  await requireFreeAddress(db, input.email, actor);
  const { invite, ...about } = input;
  const { id } = await addUser(db, about, actor);
  const link = invite ? await createUserLink(db, { id }, actor) : null;
  const user = await getUser(db, { id });
  return { ...user, invitationUrl: link?.url ?? null, invitationExpiresAt: link?.expiresAt ?? null };
}

/**
 * The part of `createUser` that comes after the check of the address, whose refusal commits: a command that writes more than a
 * person calls `requireFreeAddress` before all else. Throws VALIDATION.
 */
export async function addUser(db: WriteDb, input: Omit<NewUser, 'invite'>, actor: AdminActor): Promise<{ id: string }> {
  const { passwordHash, ...about } = input;
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
  return { id };
}

/** Creates a person, of a client with access to its portal, and returns their link. Throws as `createUser`. */
export async function inviteUser(db: WriteDb, input: InviteUserInput, actor: AdminActor): Promise<InvitedUser> {
  const { userType, clientId = null } = input;
  const { id } = await createUser(db, { ...input, clientPortalEnabled: userType === 'client' }, actor);
  const project = clientId && (await db.project.findFirst({ where: { clientId }, select: { id: true } }));
  return { ...(await createUserLink(db, { id }, actor)), needsProject: project ? null : clientId };
}

/**
 * Changes the named fields of a person, effective from their next request. Triggers revoke sessions and tokens with a change of
 * address, type, client or activity, and clear contacts at the old client; a new address or type and deactivation end open links.
 * Throws NOT_FOUND, VALIDATION, TOO_MANY_TRIES after many taken addresses, and CONFLICT for the actor's own account, the last admin and an erased person.
 */
export async function changeUser(
  db: WriteDb,
  { id, ...change }: ChangeUserInput,
  actor: AdminActor,
): Promise<UserDetail> {
  const select = {
    userType: true,
    clientPortalEnabled: true,
    clientId: true,
    email: true,
    isActive: true,
    erasedAt: true,
  } as const;
  const { erasedAt, ...before } = orNotFound(await db.user.findUnique({ where: { id }, select }));
  if (erasedAt) throw conflict('userErased');
  const portal = changedPortal(before, change);
  const after = { ...portal, isActive: change.isActive ?? before.isActive, email: change.email ?? before.email };
  await requireOtherAdmin(db, { id, before, after }, actor);
  await requirePortalFields(db, portal, before);
  await requireOwnPassword(db, { id, before, after });
  if (after.email !== before.email) await requireFreeAddress(db, after.email, actor);
  const data = { ...withoutUndefined(change), ...differing(before, portal) };
  const was = await getUser(db, { id });
  await writingUser(db.user.update({ where: { id }, data, select: { id: true } }));
  const other = after.email !== before.email || after.userType !== before.userType;
  if (!after.isActive || other) await endOpenLinks(db, id, null);
  const switched = after.isActive !== before.isActive;
  const name = switched ? (after.isActive ? 'user.reactivated' : 'user.deactivated') : 'user.changed';
  await recordEvent(db, actor, { name, recordId: id, facts: data, was });
  return getUser(db, { id });
}

/** Changes a person as their form does, in which the client alone decides about access. Throws as `changeUser`. */
export async function placeUser(db: WriteDb, input: PlaceUserInput, actor: AdminActor): Promise<UserDetail> {
  const before = orNotFound(await db.user.findUnique({ where: { id: input.id }, select: { clientId: true } }));
  return changeUser(db, { ...input, clientPortalEnabled: accessByClient(before.clientId, input.clientId) }, actor);
}

/** Deactivates an account from its next request; nothing is deleted. */
export function deactivateUser(db: WriteDb, { id }: { id: string }, actor: AdminActor): Promise<UserDetail> {
  return changeUser(db, { id, isActive: false }, actor);
}

export function reactivateUser(db: WriteDb, { id }: { id: string }, actor: AdminActor): Promise<UserDetail> {
  return changeUser(db, { id, isActive: true }, actor);
}

/** Enables the client portal for a person of a client. Throws VALIDATION for a person without one. */
export function givePortalAccess(db: WriteDb, { id }: { id: string }, actor: AdminActor): Promise<UserDetail> {
  return changeUser(db, { id, clientPortalEnabled: true }, actor);
}

/** Disables the client portal for a person, who stays with their client. */
export function endPortalAccess(db: WriteDb, { id }: { id: string }, actor: AdminActor): Promise<UserDetail> {
  return changeUser(db, { id, clientPortalEnabled: false }, actor);
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
