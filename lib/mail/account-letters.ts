import { deviceOf } from '@/lib/auth/device';
import { mailedPerson, mailedSession, passwordChangedAt } from '@/lib/auth/mailed-facts';
import { mailedLink } from '@/lib/auth/mailed-links';
import type { MailAbout } from '@/lib/db/generated/enums';
import { formatInstant } from '@/lib/format';
import { absolute, blankLetter, type Composed, type Dropped } from '@/lib/mail/compose';
import type { Letter } from '@/lib/mail/letter';
import { type MailTexts, mailTexts, type Recipient, recipientOf } from '@/lib/mail/reader';
import { paths } from '@/lib/paths';

type AccountAbout = Exclude<MailAbout, 'notifications'>;
type Body = Pick<Letter, 'title' | 'paragraphs' | 'action' | 'notes'> & { subject: string };

/**
 * A mail about the account of a person, to the address that they have now. Dropped for somebody deactivated, and where its link has
 * been used. The outbox keeps it without the link, by which its reader would be that person.
 */
export async function composeAccountMail(
  mailId: string,
  about: AccountAbout,
  { userId, sessionId }: { userId: string; sessionId: string | undefined },
): Promise<Composed | Dropped> {
  const person = await mailedPerson(userId);
  if (!person) return { dropped: 'no_access' };
  const me = recipientOf(person);
  const t = mailTexts(me.locale);
  const body = await bodyOf(t, me, { mailId, about, sessionId });
  if ('dropped' in body) return body;
  const { subject, ...parts } = body;
  const signIn = absolute(me.business.slug ? paths.signInTo(me.business.slug) : paths.signIn());
  const letter: Letter = {
    ...blankLetter(me, parts.title),
    ...parts,
    preview: parts.paragraphs[1] ?? parts.title,
    footer: [t('letter.whyAccount')],
    links: [{ label: t('letter.open'), href: signIn }],
  };
  const isSecret = about === 'invitation' || about === 'password_reset';
  const kept = isSecret ? { ...letter, action: null, notes: [t('account.hidden'), ...letter.notes] } : letter;
  const to = { name: me.name, address: me.email };
  return { to, sender: me.business.name, replyTo: null, subject, letter, kept, thread: null, unsubscribe: null };
}

type Asked = { mailId: string; about: AccountAbout; sessionId: string | undefined };

async function bodyOf(t: MailTexts, me: Recipient, asked: Asked): Promise<Body | Dropped> {
  const { about } = asked;
  if (about === 'invitation' || about === 'password_reset') return linkBody(t, me, asked.mailId, about);
  const { business, email, userId } = me;
  const params = { business: business.name, email };
  const again = { label: t('account.resetButton'), href: absolute(paths.forgotPassword) };
  const hello = t('letter.hello', { name: me.name });
  if (about === 'password_changed') {
    const changedAt = await passwordChangedAt(userId);
    if (!changedAt) return { dropped: 'no_password' };
    const title = t('account.changedTitle');
    const paragraphs = [hello, t('account.changed', { ...params, at: formatInstant(changedAt, me) })];
    return { title, subject: title, paragraphs, action: again, notes: [t('account.changedNotYou', params)] };
  }
  const session = asked.sessionId ? await mailedSession(userId, asked.sessionId) : null;
  if (!session) return { dropped: 'session_gone' };
  const { browser, system } = deviceOf(session.userAgent);
  const device = browser && system ? [t('account.deviceWith', { browser, system })] : [];
  const place = session.ip ? [t('account.deviceFrom', { ip: session.ip })] : [];
  const title = t('account.deviceTitle');
  const told = t('account.device', { ...params, at: formatInstant(session.createdAt, me) });
  const paragraphs = [hello, told, [...device, ...place].join('\n'), t('account.deviceYou')].filter(Boolean);
  return { title, subject: title, paragraphs, action: again, notes: [t('account.deviceNotYou', params)] };
}

async function linkBody(
  t: MailTexts,
  me: Recipient,
  mailId: string,
  about: 'invitation' | 'password_reset',
): Promise<Body | Dropped> {
  const link = await mailedLink(mailId, me.userId, about);
  if (!link) return { dropped: 'link_over' };
  const { name, email, userType, business } = me;
  const until = t('account.until', { name, email, until: formatInstant(link.expiresAt, me) });
  const hello = t('letter.hello', { name });
  if (link.purpose === 'invitation')
    return {
      title: t('account.invitationTitle', { name }),
      subject: t('account.invitationSubject', { business: business.name }),
      paragraphs: [hello, t('link.invitation', { type: userType, business: business.name })],
      action: { label: t('account.invitationButton'), href: link.url },
      notes: [until],
    };
  return {
    title: t('account.resetTitle'),
    subject: t('account.resetSubject', { business: business.name }),
    paragraphs: [hello, t('account.reset', { business: business.name })],
    action: { label: t('account.resetButton'), href: link.url },
    notes: [until, t('account.notYou')],
  };
}
