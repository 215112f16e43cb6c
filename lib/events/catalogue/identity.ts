import { z } from 'zod';
import { UserType } from '@/lib/db/generated/enums';
import { changedText, eventKind } from '@/lib/events/define';

const provenBy = z.enum(['password', 'link']);
const purpose = z.enum(['invitation', 'password_reset', 'setup']);

const changedPerson = {
  userType: z.enum(UserType).optional(),
  name: z.string().optional(),
  email: z.string().optional(),
  phone: changedText,
  locale: changedText,
  isActive: z.boolean().optional(),
  clientPortalEnabled: z.boolean().optional(),
  clientId: z.uuid().nullable().optional(),
};

/** Events of people, their sessions and tokens. */
export const identityEvents = {
  'user.created': eventKind('user', 'admins', {
    ...changedPerson,
    userType: z.enum(UserType),
    name: z.string(),
    email: z.string(),
    /** Whether the admin who created the account chose its first password. */
    withPassword: z.boolean(),
  }),
  'user.changed': eventKind('user', 'admins', changedPerson),
  'user.deactivated': eventKind('user', 'admins', changedPerson),
  'user.reactivated': eventKind('user', 'admins', changedPerson),
  /** Personal data of the person went for good; the protocol says how much. */
  'user.erased': eventKind('user', 'admins', {}),
  /** An account with an address that this person of the tenant has was refused. */
  'user.address_refused': eventKind('user', 'admins', { email: z.string() }),
  /** Mail goes again to an address that its mail server had refused for good. */
  'user.address_trusted': eventKind('user', 'admins', {}),
  'user.profile_changed': eventKind('user', 'admins', { name: z.string(), phone: changedText, locale: changedText }),
  'user.signed_in': eventKind('user', 'admins', { by: provenBy }),
  'user.signed_out': eventKind('user', 'admins', {}),
  'user.sign_in_failed': eventKind('user', 'admins', { email: z.string() }),
  /** Records that the person may not see, or actions that they may not do, within an hour; told at 10, 100, 1,000 … */
  'user.refused': eventKind('user', 'admins', { count: z.number().int() }),
  /** An admin looks at the portal as this person of a client. */
  'user.impersonated': eventKind('user', 'admins', {}),
  'user.password_changed': eventKind('user', 'admins', {}),
  'user.link_created': eventKind('user', 'admins', { purpose }),
  'user.link_used': eventKind('user', 'admins', { purpose }),
  /** The person has seen who made a link for their password. */
  'user.notice_dismissed': eventKind('user', 'admins', {}),
  /** What is mailed to the person, how soon, and when not. */
  'user.mail_settings_changed': eventKind('user', 'admins', {}),
  /** By the link in a mail: no news is mailed to the person until they want it again. */
  'user.mails_stopped': eventKind('user', 'admins', {}),
  'user.sessions_revoked': eventKind('user', 'admins', { count: z.number().int() }),
  'session.revoked': eventKind('session', 'admins', {}),
  'token.created': eventKind('api_token', 'admins', { name: z.string(), by: z.enum(['actor', 'password']) }),
  'token.revoked': eventKind('api_token', 'admins', {}),
};
