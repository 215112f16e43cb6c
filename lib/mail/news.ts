import type { Prisma } from '@/lib/db/generated/client';
import type { MailCadence, NotificationKind } from '@/lib/db/generated/enums';
import type { ReadDb } from '@/lib/db/handles';
import type { LetterGroup, LetterLine } from '@/lib/mail/letter';
import { type MailTexts, mailTexts, type Recipient } from '@/lib/mail/reader';
import { type SeenRecord, seenRecords } from '@/lib/mail/records';
import { factsOf, noticeText } from '@/lib/notices/columns';
import { noticeAddress } from '@/lib/notices/rule';

/** The lines of one kind and project that are told one by one; the rest is counted. */
const mostAlike = 3;

/** The longest text of a message that a mail shows. */
const longestMessage = 2000;

type Notice = {
  kind: NotificationKind;
  recordType: string;
  recordId: string;
  projectId: string | null;
  facts: Prisma.JsonValue;
  createdAt: Date;
};

/** What a mail tells: groups by project, the ticket that all of it is about (null for other news), and the number of events. */
export type News = { groups: LetterGroup[]; ticketId: string | null; count: number };

type Told = Notice & { record: SeenRecord; line: LetterLine };

/**
 * What a person is told about these notifications, read as that person: what they have read or no longer see, and kinds that they
 * have switched off meanwhile, are left out. Null where nothing is left.
 */
export async function newsOf(
  db: ReadDb,
  ids: readonly string[],
  me: Recipient,
  absolute: (path: string) => string,
): Promise<News | null> {
  const { userId } = me;
  const preference = await db.mailPreference.findUnique({ where: { userId }, select: { stoppedAt: true } });
  if (preference?.stoppedAt) return null;
  const off = await db.notificationSetting.findMany({ where: { userId, cadence: 'off' }, select: { kind: true } });
  const notices = await db.notification.findMany({
    where: { id: { in: [...ids] }, readAt: null, kind: { notIn: off.map(({ kind }) => kind) } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { kind: true, recordType: true, recordId: true, facts: true, createdAt: true, projectId: true },
  });
  const area = me.userType === 'client' ? 'client' : 'admin';
  const seen = await seenRecords(db, notices);
  const t = mailTexts(me.locale);
  const told = notices.flatMap((notice): Told[] => {
    const record = seen(notice.recordType, notice.recordId);
    if (!record) return [];
    const text = noticeText(notice, me.locale);
    const href = absolute(noticeAddress(area, { ...notice, facts: factsOf(notice.facts) }));
    return [{ ...notice, record, line: { text, detail: null, href } }];
  });
  const [first] = told;
  if (!first) return null;
  const isTicket = ({ recordType }: Notice) => recordType === 'ticket' || recordType === 'support_ticket';
  const alone = isTicket(first) && told.every(({ recordId }) => recordId === first.recordId);
  if (alone) await addMessages(db, told, me);
  return { groups: groupsOf(told, t), ticketId: alone ? first.recordId : null, count: told.length };
}

/** Groups by project in the order of the first event. Of one kind three lines are told and the rest is counted. */
function groupsOf(told: readonly Told[], t: MailTexts): LetterGroup[] {
  const projects = [...new Set(told.map(({ record }) => record.project))];
  return projects.map((project) => {
    const here = told.filter(({ record }) => record.project === project);
    const kinds = [...new Set(here.map(({ kind }) => kind))];
    const lines = kinds.flatMap((kind) => {
      const alike = distinct(here.filter((one) => one.kind === kind).map(({ line }) => line));
      const rest = alike.length - mostAlike;
      if (rest <= 1) return alike;
      const { href = null } = alike[mostAlike] ?? {};
      return [...alike.slice(0, mostAlike), { text: t('news.more', { count: rest }), detail: null, href }];
    });
    return { title: project ?? (projects.length > 1 ? t('news.other') : null), lines };
  });
}

/** Lines that say the same of one record, such as two answers, are one: the first. */
function distinct(lines: readonly LetterLine[]): LetterLine[] {
  const same = (one: LetterLine) => (other: LetterLine) => one.text === other.text && one.href === other.href;
  return lines.filter((line, index) => lines.findIndex(same(line)) === index);
}

/** Puts what was written meanwhile, by others than the reader, below the first line about the ticket. */
async function addMessages(db: ReadDb, told: readonly Told[], { userId }: Recipient): Promise<void> {
  const answered = told.filter(({ kind }) => kind.startsWith('ticket_'));
  const [first] = answered;
  if (!first) return;
  const since = new Date(Math.min(...answered.map(({ createdAt }) => createdAt.getTime())) - 600_000);
  const messages = await db.ticketMessage.findMany({
    where: { ticketId: first.recordId, createdAt: { gte: since }, authorId: { not: userId } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 5,
    select: { authorName: true, body: true },
  });
  const texts = messages.reverse().map(({ authorName, body }) => `${authorName}:\n${shortened(body)}`);
  const isNew = answered.some(({ kind }) => kind === 'ticket_opened');
  const question = isNew ? await questionOf(db, first.recordId) : [];
  const written = [...question, ...texts];
  if (written.length > 0) first.line.detail = written.join('\n\n');
}

/** The first message of a ticket with its author. */
async function questionOf(db: ReadDb, id: string): Promise<string[]> {
  const select = { body: true, clientUserName: true, openedByName: true } as const;
  const ticket = await db.supportTicket.findUnique({ where: { id }, select });
  return ticket ? [`${ticket.openedByName ?? ticket.clientUserName}:\n${shortened(ticket.body)}`] : [];
}

const shortened = (text: string) => (text.length > longestMessage ? `${text.slice(0, longestMessage)} …` : text);

/** The subject of a mail with news: what happened where it is one thing, else how much, or the span of a digest. */
export function newsSubject({ groups, count }: News, cadence: MailCadence, me: Recipient): string {
  const t = mailTexts(me.locale);
  const business = me.business.name;
  if (cadence === 'daily' || cadence === 'weekly') return t(`news.${cadence}`, { business });
  const lines = groups.flatMap(({ lines: of }) => of);
  return lines.length === 1 && lines[0] ? lines[0].text : t('news.subject', { business, count });
}
