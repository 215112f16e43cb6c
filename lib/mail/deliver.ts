import { z } from 'zod';
import type { JobActor } from '@/lib/authz/actor';
import { read, write } from '@/lib/authz/scope';
import type { Prisma } from '@/lib/db/generated/client';
import { MailCadence } from '@/lib/db/generated/enums';
import type { WriteDb } from '@/lib/db/handles';
import { env } from '@/lib/env';
import { done, type Job, type JobHandler, type Outcome } from '@/lib/jobs/job';
import { mostAttempts } from '@/lib/jobs/lease';
import { composeAccountMail } from '@/lib/mail/account-letters';
import { type Composed, composeNews, type Dropped } from '@/lib/mail/compose';
import { writeMessage } from '@/lib/mail/message';
import type { UnsentReason } from '@/lib/mail/reasons';
import { renderLetter } from '@/lib/mail/render';
import { type Refusal, type Sent, sendRaw } from '@/lib/mail/smtp';
import { textOf } from '@/lib/mail/text';

const columns = {
  ...{ id: true, userId: true, about: true, unconfirmed: true },
  items: { select: { notificationId: true, cadence: true } },
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof findMail>>>;

function findMail(worker: JobActor, where: Prisma.MailWhereUniqueInput) {
  return read(worker, (db) => db.mail.findUnique({ where, select: columns }));
}

const newsArguments = z.object({ userId: z.uuid(), cadence: z.enum(MailCadence) });
const mailArguments = z.object({ mailId: z.uuid(), sessionId: z.uuid().optional() });

/**
 * Mails the news of a person that wait with one cadence. What it takes, it takes for good: when it is done again after a crash, it
 * finds the mail of the first time, with the same items and Message-ID.
 */
export const notificationMail: JobHandler = async (job, worker) => {
  const { userId, cadence } = newsArguments.parse(job.arguments);
  const mail = (await findMail(worker, { job: job.id })) ?? (await takeItems(worker, job, userId, cadence));
  return mail ? deliver(mail, job, worker) : done;
};

/** Sends the mail of an outbox row: one about an account, or any that an admin has tried again. */
export const outboxMail: JobHandler = async (job, worker) => {
  const { mailId, sessionId } = mailArguments.parse(job.arguments);
  const mail = await findMail(worker, { id: mailId });
  return mail ? deliver(mail, job, worker, sessionId) : done;
};

/** Makes a mail of the items that wait; null where there are none. */
async function takeItems(worker: JobActor, job: Job, userId: string, cadence: MailCadence): Promise<Row | null> {
  const made = await write(worker, async (db) => {
    const waiting = await db.$queryRaw<{ id: string }[]>`
      select id from mail_items where user_id = ${userId}::uuid and cadence = ${cadence}::mail_cadence and mail_id is null
      order by id for update skip locked`;
    if (waiting.length === 0) return false;
    const { id } = await db.mail.create({
      data: { tenantId: job.tenantId, userId, job: job.id, about: 'notifications' },
      select: { id: true },
    });
    await db.mailItem.updateMany({ where: { id: { in: waiting.map((item) => item.id) } }, data: { mailId: id } });
    return true;
  });
  return made ? findMail(worker, { job: job.id }) : null;
}

async function deliver(mail: Row, job: Job, worker: JobActor, sessionId?: string): Promise<Outcome> {
  const { smtp } = env().mail;
  // Without a mail server no link is made that nobody gets.
  const isSecret = mail.about === 'invitation' || mail.about === 'password_reset';
  if (!smtp && isSecret) return ended(mail, { state: 'kept' });
  const composed = await compose(mail, worker, sessionId);
  if ('dropped' in composed) return ended(mail, { state: 'dropped', lastError: composed.dropped });
  const { subject, kept: content, to } = composed;
  const written = { subject, content, toAddress: to.address };
  if (!smtp) return ended(mail, { ...written, state: 'kept' });
  if (await isRefused(worker, mail.userId))
    return ended(mail, { ...written, state: 'failed', lastError: 'refused_before' satisfies UnsentReason });
  const raw = await writeMessage(await messageOf(mail, composed), smtp);
  const tried = { ...written, attempts: { increment: 1 }, triedAt: new Date() };
  await write(worker, (db) => db.mail.updateMany({ where: { id: mail.id }, data: tried }));
  const sent = await sendRaw({ settings: smtp, to: to.address, raw });
  return outcomeOf(sent, mail, job);
}

function compose(mail: Row, worker: JobActor, sessionId: string | undefined): Promise<Composed | Dropped> {
  const { id, about, userId, items } = mail;
  if (about !== 'notifications') return composeAccountMail(id, about, { userId, sessionId });
  const cadence = items[0]?.cadence ?? 'instant';
  return composeNews(worker, { userId, cadence, items: items.map(({ notificationId }) => notificationId) });
}

async function messageOf({ id }: Row, composed: Composed) {
  const { letter, to, sender, replyTo, subject, thread, unsubscribe } = composed;
  const html = await renderLetter(letter);
  return { id, to, sender, replyTo, subject, thread, unsubscribe, html, text: textOf(letter) };
}

function outcomeOf(sent: Sent, mail: Row, { attempts }: Job): Outcome {
  if (sent.result === 'accepted') return ended(mail, { state: 'sent', sentAt: new Date(), lastError: null });
  const { result, words: lastError } = sent;
  const isFinal = isLast(result, mail, attempts);
  if (!isFinal) {
    const unconfirmed = result === 'unconfirmed' ? { unconfirmed: { increment: 1 } } : {};
    const settle = async (db: WriteDb) => {
      await db.mail.updateMany({ where: { id: mail.id }, data: { lastError, ...unconfirmed } });
    };
    return { result: 'again', error: lastError, settle };
  }
  return ended(mail, { state: 'failed', lastError }, async (db) => {
    // In SQL: Prisma would set updated_at, and with it the version of an open form.
    if (result === 'refusedAddress')
      await db.$executeRaw`update users set mail_refused_at = now(), mail_refusal = ${lastError} where id = ${mail.userId}::uuid`;
  });
}

/** Whether a failure is the last one. What was taken without an answer is sent once more, and then it has probably arrived twice. */
function isLast(result: Refusal, { unconfirmed }: Row, attempts: number): boolean {
  if (result === 'unconfirmed') return unconfirmed > 0;
  return result !== 'later' || attempts >= mostAttempts;
}

type End = {
  state: 'sent' | 'failed' | 'kept' | 'dropped';
  subject?: string;
  content?: Composed['kept'];
  toAddress?: string;
  lastError?: string | null;
  sentAt?: Date;
};

/** The end of a job and its mail, in one transaction. */
function ended({ id }: Row, data: End, also?: (db: WriteDb) => Promise<void>): Outcome {
  return {
    result: 'done',
    settle: async (db) => {
      await db.mail.updateMany({ where: { id }, data: { ...data, job: null } });
      await also?.(db);
    },
  };
}

/** Whether the mail server of the person's address has refused it for good. */
async function isRefused(worker: JobActor, userId: string): Promise<boolean> {
  const select = { mailRefusedAt: true } as const;
  const person = await read(worker, (db) => db.user.findUnique({ where: { id: userId }, select }));
  return person?.mailRefusedAt != null;
}
