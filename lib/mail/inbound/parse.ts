import EmailReplyParser from 'email-reply-parser';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { canonicalAddress } from '@/lib/email-address';
import { catalogues } from '@/lib/i18n/catalogues';

/** Octets of a mail that are read at most: attachments grow by a third in a mail. */
export const mostOctets = 40 * 1024 * 1024;

/** Characters of an answer that are kept, and of HTML that is turned into text where a mail has no text part. */
const mostText = 9000;
const mostHtml = 1_000_000;

/** Recipients that are looked through for the address of an answer. */
const mostRecipients = 500;

/** The answer in a mail: from whom, by which secret, and what it says. */
export type Answer = {
  token: string;
  sender: string;
  body: string;
  files: { fileName: string; content: Buffer }[];
};

/** Why a mail is no answer. Nobody is told: a reply to an automatic mail would be the begin of a loop. */
export type Unread = { dropped: 'tooLarge' | 'automatic' | 'noAddress' | 'ambiguous' | 'noSender' | 'empty' };

/**
 * Reads the answer in a mail. Reports, absence notes and mail of lists are dropped (RFC 3834), the quoted mail is cut. `replyTo` is the
 * address of the mailbox.
 */
export async function readAnswer(raw: Buffer, replyTo: string): Promise<Answer | Unread> {
  if (raw.length > mostOctets) return { dropped: 'tooLarge' };
  const mail = await simpleParser(raw, { maxHtmlLengthToParse: mostHtml, skipTextLinks: true, skipImageLinks: true });
  if (isAutomatic(mail)) return { dropped: 'automatic' };
  const tokens = tokensOf(mail, replyTo);
  const [token, ...others] = tokens;
  if (token === undefined) return { dropped: 'noAddress' };
  if (others.length > 0) return { dropped: 'ambiguous' };
  const [from, ...more] = mail.from?.value ?? [];
  if (!from?.address || more.length > 0) return { dropped: 'noSender' };
  const body = withoutQuotes(mail.text ?? '');
  const files = mail.attachments.flatMap(({ filename, content, related, contentType }) =>
    // Pictures of a signature belong to the HTML; winmail.dat is Outlook's own wrapping, which nobody can open.
    related || contentType === 'application/ms-tnef' || !filename ? [] : [{ fileName: filename, content }],
  );
  if (!body && files.length === 0) return { dropped: 'empty' };
  return { token, sender: canonicalAddress(from.address.trim()), body, files };
}

function isAutomatic({ headers, attachments, from }: ParsedMail): boolean {
  const header = (name: string) => String(headers.get(name) ?? '').toLowerCase();
  const submitted = header('auto-submitted');
  const returnPath = headers.get('return-path');
  const isNobody = returnPath !== undefined && JSON.stringify(returnPath).includes('"address":""');
  return (
    (submitted !== '' && !submitted.startsWith('no')) ||
    /bulk|list|junk|auto_reply/.test(header('precedence')) ||
    ['x-autoreply', 'x-autorespond', 'x-auto-response-suppress', 'list-id', 'list'].some((name) => headers.has(name)) ||
    attachments.some(({ contentType }) => /^message\/(delivery|disposition)-/.test(contentType)) ||
    /^(mailer-daemon|postmaster|no-?reply)@/i.test(from?.value[0]?.address ?? '') ||
    isNobody
  );
}

/** The secrets in the addresses that the mail was sent to: `replies+<30 hex digits>@example.com`. */
function tokensOf(mail: ParsedMail, replyTo: string): string[] {
  const at = replyTo.lastIndexOf('@');
  const [local, domain] = [replyTo.slice(0, at).toLowerCase(), replyTo.slice(at).toLowerCase()];
  const named = [mail.to, mail.cc].flat().flatMap((list: AddressObject | undefined) => list?.value ?? []);
  const delivered = ['delivered-to', 'x-original-to'].flatMap((name) => {
    const value: unknown = mail.headers.get(name);
    return typeof value === 'string' ? [value] : (JSON.stringify(value ?? '').match(/[^\s"<>,]+@[^\s"<>,]+/g) ?? []);
  });
  const addresses = [...named.map(({ address }) => address ?? ''), ...delivered].slice(0, mostRecipients);
  const tokens = addresses.flatMap((address) => {
    const lower = address.trim().toLowerCase();
    if (!lower.startsWith(`${local}+`) || !lower.endsWith(domain)) return [];
    const token = lower.slice(local.length + 1, lower.length - domain.length);
    return /^[0-9a-f]{30}$/.test(token) ? [token] : [];
  });
  return [...new Set(tokens)];
}

/** The first sentence of the line above which people answer, in every language: below it is our own mail. */
const markers = Object.values(catalogues).map(({ mail }) => mail.letter.marker.split('. ')[0] ?? '');

/** What was written, without our mail below it and without other quotes. */
function withoutQuotes(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' ');
  const cuts = markers.map((marker) => plain.indexOf(marker)).filter((at) => at >= 0);
  const own = cuts.length > 0 ? plain.slice(0, plain.lastIndexOf('\n', Math.min(...cuts)) + 1) : plain;
  const reply = new EmailReplyParser().parseReply(own.slice(0, mostText * 4)).trim();
  return reply.length > mostText ? `${reply.slice(0, mostText)} …` : reply;
}
