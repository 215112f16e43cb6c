import MailComposer from 'nodemailer/lib/mail-composer';
import type { SmtpSettings } from '@/lib/mail-settings';

/** A mail ready to be written: who, about what, and both drawings of its letter. */
export type Message = {
  /** Of the row of the mail, so that a mail that is sent twice has one Message-ID. */
  id: string;
  to: { name: string; address: string };
  /** The name before the sender's address: that of the business. */
  sender: string;
  replyTo: string | null;
  subject: string;
  html: string;
  text: string;
  /** What all mails of one conversation refer to; null for mail that belongs to none. */
  thread: string | null;
  /** The address at which one click ends such mail (RFC 8058); null for mail about the account itself. */
  unsubscribe: string | null;
};

/** A text of one line for a header: a line break or control character in it becomes a space. */
export function headerText(text: string, most = 200): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to be removed.
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
}

/** The domain of the sender, in which Message-IDs are unique. */
const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);

/**
 * The octets of a mail. Headers are encoded by RFC 2047, lines stay below 998 octets, and it says that a program sent it, so that
 * nobody's absence note answers. Nodemailer opens no file or address named in it.
 */
export function writeMessage(message: Message, { from }: SmtpSettings): Promise<Buffer> {
  const { id, to, sender, replyTo, subject, html, text, thread, unsubscribe } = message;
  const root = thread && `<${thread}@${domainOf(from)}>`;
  const composer = new MailComposer({
    from: { name: headerText(sender), address: from },
    to: { name: headerText(to.name), address: to.address },
    ...(replyTo && { replyTo }),
    subject: headerText(subject, 250),
    messageId: `<${id}@${domainOf(from)}>`,
    ...(root && { inReplyTo: root, references: root }),
    ...{ html, text },
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(unsubscribe && {
        'List-Unsubscribe': `<${unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  return composer.compile().build();
}
