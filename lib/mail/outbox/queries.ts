import type { Prisma } from '@/lib/db/generated/client';
import type { MailState } from '@/lib/db/generated/enums';
import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import type { Letter } from '@/lib/mail/letter';
import { type MailDetail, type MailFilter, type MailSummary, mailOrder } from '@/lib/mail/outbox/schemas';
import { textOf } from '@/lib/mail/text';
import type { Page } from '@/lib/paging';

const columns = {
  ...{ id: true, about: true, state: true, userId: true, toAddress: true, subject: true, attempts: true },
  ...{ lastError: true, triedAt: true, sentAt: true, createdAt: true, user: { select: { name: true } } },
} satisfies Prisma.MailSelect;

type Row = Prisma.MailGetPayload<{ select: typeof columns }>;

function toMail({ user, triedAt, sentAt, createdAt, ...mail }: Row): MailSummary {
  return {
    ...mail,
    userName: user?.name ?? '',
    triedAt: triedAt?.toISOString() ?? null,
    sentAt: sentAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}

/** The mails of the tenant, the latest first. Throws VALIDATION on `cursor`. */
export async function listMails(db: ReadDb, { state, ...page }: MailFilter): Promise<Page<MailSummary>> {
  const where = state ? { stateKey: state } : {};
  const rows = await db.mail.findMany({ ...mailOrder.seek(page, where), select: columns });
  const { data, nextCursor } = mailOrder.page(rows, page);
  return { data: data.map(toMail), nextCursor };
}

/** The most mails of a state that are counted. */
export const mostMails = 1000;

/** How many mails have failed or wait, for the tabs of the outbox; more than 1,000 count as 1,001. */
export async function countMails(
  db: ReadDb,
  states: readonly MailState[],
): Promise<Partial<Record<MailState, number>>> {
  const counts: Partial<Record<MailState, number>> = {};
  for (const state of states) counts[state] = await db.mail.count({ where: { stateKey: state }, take: mostMails + 1 });
  return counts;
}

/** One mail of the tenant with its text. Throws NOT_FOUND. */
export async function getMail(db: ReadDb, { id }: { id: string }): Promise<MailDetail> {
  const row = orNotFound(await db.mail.findUnique({ where: { id }, select: { ...columns, content: true } }));
  const { content, ...mail } = row;
  // Written by the worker only, as a Letter.
  return { ...toMail(mail), text: content ? textOf(content as unknown as Letter) : null };
}
