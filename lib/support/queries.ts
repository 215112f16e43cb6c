import type { Prisma } from '@/lib/db/generated/client';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import { searching } from '@/lib/db/search';
import { orNotFound } from '@/lib/errors';
import { mostCounted } from '@/lib/intl';
import type { Page } from '@/lib/paging';
import { summaryColumns, toTicket } from '@/lib/support/columns';
import { type TicketStatus, ticketStatuses } from '@/lib/support/rule';
import { type TicketDetail, type TicketFilter, type TicketSummary, ticketOrder } from '@/lib/support/schemas';
import { getThread } from '@/lib/support/thread/queries';
import { toTopic } from '@/lib/support/topics/queries';

type Reader = { userId: string };

/** The tickets of a client user, the last activity first. Throws VALIDATION on `cursor`. */
export async function listTickets(db: ReadDb, filter: TicketFilter, { userId }: Reader): Promise<Page<TicketSummary>> {
  const { status, projectId, search } = filter;
  const matches = await searching(db, search);
  const found: Prisma.SupportTicketWhereInput = matches
    ? { OR: [{ searchText: matches }, { messages: { some: { searchText: matches } } }] }
    : {};
  const where = {
    ...{ clientUserId: userId, ...(status === 'all' ? {} : { statusKey: status }) },
    ...(projectId ? { projectId } : {}),
    ...found,
  };
  const rows = await db.supportTicket.findMany({ ...ticketOrder.seek(filter, where), select: summaryColumns(userId) });
  const { data, nextCursor } = ticketOrder.page(rows, filter);
  return { data: data.map(toTicket), nextCursor };
}

/** The number of a client user's tickets in each status, up to one above `mostCounted`, in one statement. */
export async function countTickets(db: ReadDb, { userId }: Reader): Promise<Record<TicketStatus, number>> {
  const rows = await db.$queryRaw<{ status: TicketStatus; count: number }[]>`
    select s.status, (select count(*)::int from (
      select from support_tickets t where t.client_user_id = ${userId}::uuid and t.status_key = s.status limit ${mostCounted + 1}) counted) as count
    from unnest(${[...ticketStatuses]}::text[]) s(status)`;
  return Object.fromEntries(rows.map(({ status, count }) => [status, count])) as Record<TicketStatus, number>;
}

/** One ticket with its last messages, or those before one of them. Throws NOT_FOUND. */
export async function getTicket(
  db: ReadDb | WriteDb,
  { id, before }: { id: string; before?: string | undefined },
  { userId }: Reader,
): Promise<TicketDetail> {
  const topic = { select: { recordType: true, recordId: true, snapshot: true } };
  const select = { ...summaryColumns(userId), topic };
  const row = orNotFound(await db.supportTicket.findUnique({ where: { id }, select }));
  const thread = await getThread(db, { id, before }, { notes: false });
  return { ...toTicket(row), ...thread, about: toTopic(row.topic) };
}

/** Throws NOT_FOUND for a ticket that the reader does not see. */
export async function requireTicket(db: ReadDb, { id }: { id: string }): Promise<void> {
  orNotFound(await db.supportTicket.findUnique({ where: { id }, select: { id: true } }));
}
