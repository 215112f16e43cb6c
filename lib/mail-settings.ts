import { z } from 'zod';

const port = (otherwise: number) => z.coerce.number('is not a port number').int().min(1).max(65_535).default(otherwise);
const address = z.email('is not an e-mail address');

/** The variables of the mail server, and of the mailbox that answers arrive in. */
export const mailVariables = z.object({
  SMTP_HOST: z.string().optional(),
  SMTP_PORT: port(587),
  SMTP_TLS: z.enum(['implicit', 'starttls', 'none'], 'is none of implicit, starttls, none').optional(),
  SMTP_USER: z.string().optional(),
  SMTP_PASSWORD: z.string().optional(),
  SMTP_FROM: address.optional(),
  SMTP_RETURN_PATH: address.optional(),
  IMAP_HOST: z.string().optional(),
  IMAP_PORT: port(993),
  IMAP_TLS: z.enum(['implicit', 'none'], 'is neither implicit nor none').default('implicit'),
  IMAP_USER: z.string().optional(),
  IMAP_PASSWORD: z.string().optional(),
  IMAP_REPLY_TO: address.optional(),
});

type Login = { user: string; password: string };

/** A mail server that takes what the portal sends. `starttls` is refused where the server offers none. */
export type SmtpSettings = {
  host: string;
  port: number;
  tls: 'implicit' | 'starttls' | 'none';
  login: Login | undefined;
  /** The sender's address; the name before it is that of the business. */
  from: string;
  /** Where the mail server returns what it cannot deliver; empty for nowhere. */
  returnPath: string;
};

/** The mailbox of the answers. `replyTo` is its address, to which each mail adds `+` and a secret. */
export type ImapSettings = { host: string; port: number; tls: boolean; login: Login; replyTo: string };

/** Undefined where there is no server. */
export type MailSettings = { smtp: SmtpSettings | undefined; imap: ImapSettings | undefined };

/** The settings that the variables describe. Calls `refuse` with a sentence about a missing variable. */
export function mailSettings(given: z.output<typeof mailVariables>, refuse: (message: string) => never): MailSettings {
  const smtp = smtpSettings(given, refuse);
  const imap = imapSettings(given, refuse);
  if (imap && !smtp) refuse('IMAP_HOST is for answers to mails: it needs SMTP_HOST');
  return { smtp, imap };
}

type Given = z.output<typeof mailVariables>;
type Refuse = (message: string) => never;

function smtpSettings(given: Given, refuse: Refuse): SmtpSettings | undefined {
  const { SMTP_HOST: host, SMTP_PORT: at, SMTP_USER: user, SMTP_PASSWORD: password, SMTP_FROM: from } = given;
  if (host === undefined) return undefined;
  if ((user === undefined) !== (password === undefined)) refuse('SMTP_USER and SMTP_PASSWORD are needed together');
  return {
    ...{ host, port: at, tls: given.SMTP_TLS ?? (at === 465 ? 'implicit' : 'starttls') },
    login: user !== undefined && password !== undefined ? { user, password } : undefined,
    from: from ?? refuse('SMTP_HOST needs SMTP_FROM, the address that mails come from'),
    returnPath: given.SMTP_RETURN_PATH ?? '',
  };
}

function imapSettings(given: Given, refuse: Refuse): ImapSettings | undefined {
  const { IMAP_HOST: host, IMAP_PORT: at, IMAP_USER: user, IMAP_PASSWORD: password, IMAP_REPLY_TO: replyTo } = given;
  if (host === undefined) return undefined;
  if (user === undefined || password === undefined) return refuse('IMAP_HOST needs IMAP_USER and IMAP_PASSWORD');
  return {
    ...{ host, port: at, tls: given.IMAP_TLS === 'implicit', login: { user, password } },
    replyTo: replyTo ?? refuse('IMAP_HOST needs IMAP_REPLY_TO, the address of the mailbox'),
  };
}
