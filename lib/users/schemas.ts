import { z } from 'zod';
import { newPassword } from '@/lib/auth/password-rule';
import type { PortalRefusal } from '@/lib/authz/portal-access';
import { email, line, locale, phone, recordId } from '@/lib/fields';
import { pageQuery } from '@/lib/paging';

/** The people of a business. Platform operators are not among them. */
export const userType = z.enum(['admin', 'staff', 'client']);

export const userDetail = z.object({
  id: z.uuid(),
  userType,
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  locale: z.string().nullable().describe("Null: the business's language."),
  isActive: z.boolean(),
  clientPortalEnabled: z.boolean(),
  client: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  portalAccess: z.boolean().describe('Whether the person can open the client portal now.'),
  lastSignInAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** The link is answered this once and not kept; null where none was asked for. */
export const createdUser = userDetail.extend({
  invitationUrl: z.url().nullable().describe('Where the person sets a password. Shown this once.'),
  invitationExpiresAt: z.iso.datetime().nullable(),
});

/** A link by which a person signs in, shown to the administrator once. */
export const userLink = z.object({ url: z.url(), expiresAt: z.iso.datetime() });

const flag = z.stringbool({ truthy: ['true'], falsy: ['false'] });

export const userFilter = pageQuery.extend({
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
  password: newPassword.optional().describe('A first password. Administrators set theirs by link.'),
  invite: z.boolean().optional().describe('Whether to answer a link by which the person sets a password.'),
});

/** What is absent stays as it is; null takes a value away. */
export const changeUserInput = z.strictObject({
  id: recordId(),
  userType: userType.optional(),
  name: line().optional(),
  email: email.optional(),
  ...aboutUser,
});

export type UserDetail = z.output<typeof userDetail> & {
  /** What keeps a person of a client out of the portal; null where nothing does, and for everybody else. */
  refusal: PortalRefusal | 'userInactive' | null;
};
export type CreatedUser = UserDetail & z.output<typeof createdUser>;
export type UserLink = z.output<typeof userLink>;

export type UserFilter = z.output<typeof userFilter>;
export type CreateUserInput = z.output<typeof createUserInput>;
export type ChangeUserInput = z.output<typeof changeUserInput>;
