import { z } from 'zod';
import { newPassword } from '@/lib/auth/password-rule';
import type { PortalRefusal } from '@/lib/authz/portal-access';
import { email, line, locale, phone, recordId } from '@/lib/fields';
import { listOrder, pageQuery } from '@/lib/paging';
import { tenantUserTypes } from '@/lib/users/rule';

/** The types of a tenant's people; operators of the platform belong to no tenant. */
export const userType = z.enum(tenantUserTypes);

export const userDetail = z.object({
  id: z.uuid(),
  userType,
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  locale: z.string().nullable().describe("Null: the tenant's language."),
  isActive: z.boolean(),
  clientPortalEnabled: z.boolean(),
  client: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  portalAccess: z.boolean().describe('Whether the person can open the client portal now.'),
  lastSignInAt: z.iso.datetime().nullable(),
  mailRefusedAt: z.iso
    .datetime()
    .nullable()
    .describe('Since when nothing is mailed: a mail server refused the address for good.'),
  mailRefusal: z.string().nullable().describe('The words of that mail server.'),
  erasedAt: z.iso.datetime().nullable().describe('Since when name and address are a stand-in, for good.'),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** The link appears in this answer only and is not stored; null where none was asked for. */
export const createdUser = userDetail.extend({
  invitationUrl: z.url().nullable().describe('The address at which the person sets a password. Shown once.'),
  invitationExpiresAt: z.iso.datetime().nullable(),
});

/** A person's link to set a password, with the message in which to send it. Shown to the admin once. */
export const userLink = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  url: z.url(),
  expiresAt: z.iso.datetime(),
  message: z.string(),
  isMailed: z.boolean().describe('Whether a link of its own is mailed to the person too.'),
});

/** The link of a new person. `needsProject` names the client that they belong to while it has no project to see. */
export const invitedUser = userLink.extend({ needsProject: z.uuid().nullable() });

const flag = z.stringbool({ truthy: ['true'], falsy: ['false'] });

/** By name. */
export const userOrder = listOrder('User', 'users', [
  { column: 'name', kind: 'text' },
  { column: 'id', kind: 'id' },
]);

export const userFilter = pageQuery(userOrder).extend({
  search: z.string().trim().max(200).optional().describe('A part of the name or the e-mail address.'),
  userType: userType.optional(),
  clientId: recordId().optional(),
  isActive: flag.optional(),
});

export const userId = z.strictObject({ id: recordId() });

const aboutUser = {
  phone: phone.nullish(),
  locale: locale.nullish(),
  isActive: z.boolean().optional(),
  clientPortalEnabled: z.boolean().optional(),
  clientId: recordId('unknownClient').nullish().describe('Required while the client portal is enabled.'),
};

export const createUserInput = z.strictObject({
  userType,
  name: line(),
  email,
  ...aboutUser,
  password: newPassword.optional().describe('A first password. Admins set theirs by link.'),
  invite: z.boolean().optional().describe('Whether the answer carries a link by which the person sets a password.'),
});

/** The form of a new person: the chosen client gives access, and a link the password. */
export const inviteUserInput = createUserInput.omit({ clientPortalEnabled: true, password: true, invite: true });

/** An absent field keeps its value; null removes it. */
export const changeUserInput = z.strictObject({
  id: recordId(),
  userType: userType.optional(),
  name: line().optional(),
  email: email.optional(),
  ...aboutUser,
});

/** The form of a person, in which the client alone decides about access. */
export const placeUserInput = changeUserInput.omit({ clientPortalEnabled: true });

export type UserDetail = z.output<typeof userDetail> & {
  /** The reason why the portal does not admit a person of a client; null where it does, and for the team. */
  refusal: PortalRefusal | 'userInactive' | null;
};
export type CreatedUser = UserDetail & z.output<typeof createdUser>;
export type UserLink = z.output<typeof userLink>;
export type InvitedUser = z.output<typeof invitedUser>;

export type UserFilter = z.output<typeof userFilter>;
export type CreateUserInput = z.output<typeof createUserInput>;
export type ChangeUserInput = z.output<typeof changeUserInput>;
export type InviteUserInput = z.output<typeof inviteUserInput>;
export type PlaceUserInput = z.output<typeof placeUserInput>;
