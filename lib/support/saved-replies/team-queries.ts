import type { TeamActor } from '@/lib/authz/actor';
import type { Prisma } from '@/lib/db/generated/client';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import type { Page } from '@/lib/paging';
import { ticketNumber } from '@/lib/support/rule';
import { filled } from '@/lib/support/saved-replies/rule';
import {
  type FilledReply,
  type SavedReply,
  type SavedReplyFilter,
  savedReplyOrder,
} from '@/lib/support/saved-replies/schemas';

const columns = {
  id: true,
  name: true,
  body: true,
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.SavedReplySelect;

type Row = Prisma.SavedReplyGetPayload<{ select: typeof columns }>;

const toReply = ({ createdAt, updatedAt, ...row }: Row): SavedReply => {
  return { ...row, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
};

/** The saved replies of the tenant, by name. Throws VALIDATION on `cursor`. */
export async function listSavedReplies(db: ReadDb, filter: SavedReplyFilter): Promise<Page<SavedReply>> {
  const rows = await db.savedReply.findMany({ ...savedReplyOrder.seek(filter, {}), select: columns });
  const { data, nextCursor } = savedReplyOrder.page(rows, filter);
  return { data: data.map(toReply), nextCursor };
}

/** A composer offers so many; a business with more looks for them by name. */
const mostOffered = 200;

/** The first saved replies by name, for the composer, without their texts. */
export function listReplyNames(db: ReadDb): Promise<{ id: string; name: string }[]> {
  return db.savedReply.findMany({
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: mostOffered,
  });
}

/** One saved reply. Throws NOT_FOUND. */
export async function getSavedReply(db: ReadDb | WriteDb, { id }: { id: string }): Promise<SavedReply> {
  return toReply(orNotFound(await db.savedReply.findUnique({ where: { id }, select: columns })));
}

/** A saved reply in the words of ticket `id`. Throws NOT_FOUND for either. */
export async function getFilledReply(
  db: ReadDb,
  { id, replyId }: { id: string; replyId: string },
  actor: TeamActor,
): Promise<FilledReply> {
  const { name, body } = await getSavedReply(db, { id: replyId });
  const select = {
    ...{ number: true, subject: true, clientUserName: true },
    ...{ client: { select: { name: true } }, project: { select: { name: true } } },
  } as const;
  const ticket = orNotFound(await db.supportTicket.findUnique({ where: { id }, select }));
  const values = {
    ...{ client_name: ticket.client.name, person_name: ticket.clientUserName, subject: ticket.subject },
    ...{ ticket_number: ticketNumber(ticket.number), project: ticket.project?.name ?? null },
    ...{ my_name: actor.name, business: actor.tenant.name },
  };
  return { id: replyId, name, body: filled(body, values) };
}
