import { readAsRecipient } from '@/lib/auth/on-behalf';
import { stopToken } from '@/lib/auth/unsubscribe';
import type { JobActor, OnBehalfActor, TeamOnBehalfActor } from '@/lib/authz/actor';
import { read } from '@/lib/authz/scope';
import type { MailCadence } from '@/lib/db/generated/enums';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { directionOf } from '@/lib/i18n/locales';
import type { Letter } from '@/lib/mail/letter';
import { type News, newsOf, newsSubject } from '@/lib/mail/news';
import { mailTexts, type Recipient, recipientOf } from '@/lib/mail/reader';
import type { UnsentReason } from '@/lib/mail/reasons';
import { replyAddress } from '@/lib/mail/replies';
import { paths } from '@/lib/paths';

/** A mail that is ready to be drawn. `kept` is the letter without secrets, for the outbox. */
export type Composed = {
  to: { name: string; address: string };
  sender: string;
  replyTo: string | null;
  subject: string;
  letter: Letter;
  kept: Letter;
  thread: string | null;
  unsubscribe: string | null;
};

/** A reason why nothing is to be sent. */
export type Dropped = { dropped: UnsentReason };

export const absolute = (path: string): string => new URL(path, env().url).href;

/** The parts of a letter that all mails share. */
export function blankLetter({ locale, business }: Recipient, title: string): Letter {
  const { name, accent, logo } = business;
  return {
    ...{ locale, direction: directionOf(locale) },
    brand: { name, accent, logo: logo && absolute(logo) },
    ...{
      marker: null,
      preview: title,
      title,
      paragraphs: [],
      groups: [],
      action: null,
      notes: [],
      footer: [],
      links: [],
    },
  };
}

/**
 * A mail with news, read as its recipient at this moment. Dropped where the person has no access any more, or where nothing is left to
 * tell.
 */
export async function composeNews(
  job: JobActor,
  { userId, items, cadence }: { userId: string; items: readonly string[]; cadence: MailCadence },
): Promise<Composed | Dropped> {
  const actor = await recipientActor(job, userId);
  if ('dropped' in actor) return actor;
  const me = recipientOf(await factsOf(actor));
  const news = await read(actor, (db) => newsOf(db, items, me, absolute));
  if (!news) return { dropped: 'nothing_left' };
  const contact = await read(actor, (db) =>
    db.tenant.findUnique({ where: { id: actor.tenantId }, select: { email: true, address: true } }),
  );
  const answers = news.ticketId ? await replyAddress(job, { userId, ticketId: news.ticketId }) : null;
  const letter = newsLetter(me, news, { answers: answers !== null, address: contact?.address ?? null, cadence });
  return {
    to: { name: me.name, address: me.email },
    sender: me.business.name,
    replyTo: answers ?? contact?.email ?? null,
    subject: newsSubject(news, cadence, me),
    ...{ letter, kept: { ...letter, links: letter.links.slice(0, 1) } },
    thread: news.ticketId && `ticket.${news.ticketId}`,
    unsubscribe: absolute(paths.files.stopMails(stopToken(userId))),
  };
}

async function recipientActor(job: JobActor, userId: string): Promise<OnBehalfActor | TeamOnBehalfActor | Dropped> {
  try {
    return await readAsRecipient(job, userId);
  } catch (error) {
    if (error instanceof AppError && ['FORBIDDEN', 'NOT_FOUND'].includes(error.code)) return { dropped: 'no_access' };
    throw error;
  }
}

async function factsOf(actor: OnBehalfActor | TeamOnBehalfActor) {
  const { userId, name, email, userType, locale, tenant } = actor;
  const logo =
    tenant.logo && paths.files.signInLogo(tenant.slug, new URL(tenant.logo, env().url).searchParams.get('v') ?? '');
  return { userId, name, email, userType, locale, tenant: { ...tenant, logo } };
}

type About = { answers: boolean; address: string | null; cadence: MailCadence };

function newsLetter(me: Recipient, news: News, { answers, address, cadence }: About): Letter {
  const t = mailTexts(me.locale);
  const business = me.business.name;
  const isDigest = cadence === 'daily' || cadence === 'weekly';
  const [only, ...others] = news.groups.flatMap(({ lines }) => lines);
  const alone = others.length === 0 ? only : undefined;
  const isClient = me.userType === 'client';
  const settings = isClient ? paths.client.mailSettings : paths.admin.mailSettings;
  const titled = isDigest ? t(`news.${cadence}`, { business }) : alone ? alone.text : t('news.title');
  const label = news.ticketId ? t('letter.answer') : alone ? t('letter.look') : t('letter.open');
  return {
    ...blankLetter(me, titled),
    marker: answers ? t('letter.marker', { business }) : null,
    preview: alone?.detail?.slice(0, 120) ?? only?.text ?? titled,
    paragraphs: [t('letter.hello', { name: me.name })],
    // A single line is the title already; what it is about, and a message, are told below.
    groups: alone && !alone.detail && !isDigest ? [] : news.groups,
    action: { label, href: alone?.href ?? absolute(isClient ? paths.client.home : paths.admin.home) },
    footer: [
      t(isClient ? 'letter.whyClient' : 'letter.whyTeam', { business }),
      ...(address ? [`${business}\n${address}`] : []),
    ],
    links: [
      { label: t('letter.settings'), href: absolute(settings) },
      { label: t('letter.stop'), href: absolute(paths.stopMails(stopToken(me.userId))) },
    ],
  };
}
