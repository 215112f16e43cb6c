import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb, WriteDb } from '@/lib/db/handles';
import { type Found, finding, isFound, likePattern, type Matches } from '@/lib/db/search';
import { orNotFound } from '@/lib/errors';
import { mostCounted } from '@/lib/intl';
import type { Page } from '@/lib/paging';
import { teamSummaryColumns, toTeamTicket } from '@/lib/support/columns';
import { type TicketStatus, ticketStatuses } from '@/lib/support/rule';
import { type InboxFilter, inboxOrder, type TeamTicketDetail, type TeamTicketSummary } from '@/lib/support/schemas';
import { getThread } from '@/lib/support/thread/queries';
import { toTopic } from '@/lib/support/topics/queries';

type Reader = { userId: string };

/** Looks up what was typed by an index, in subjects, messages and notes. Null where nothing was. */
export function findTickets(db: ReadDb, search: string | undefined): Promise<Found | null> {
  return finding(db, 'tickets', search);
}

/** The tickets of the tenant: who waits longest first, then the last activity. Throws VALIDATION on `cursor`. */
export async function listInbox(
  db: ReadDb,
  filter: InboxFilter,
  found: Found | null,
  { userId }: Reader,
): Promise<Page<TeamTicketSummary>> {
  const { status, assigned, priority, category, clientId, projectId } = filter;
  const where: Prisma.SupportTicketWhereInput = {
    ...(status === 'all' ? {} : { statusKey: status }),
    ...(assigned ? { assigneeId: assigned === 'me' ? userId : null } : {}),
    ...(priority ? { priority } : {}),
    ...(category ? { category } : {}),
    ...(clientId ? { clientId } : {}),
    ...(projectId ? { projectId } : {}),
    ...isFound(found, mentioning),
  };
  const rows = await db.supportTicket.findMany({
    ...inboxOrder.seek(filter, where),
    select: teamSummaryColumns(userId),
  });
  const { data, nextCursor } = inboxOrder.page(rows, filter);
  return { data: data.map(toTeamTicket), nextCursor };
}

function mentioning(matches: Matches): Prisma.SupportTicketWhereInput {
  const some = { some: { searchText: matches } };
  return { OR: [{ searchText: matches }, { messages: some }, { notes: some }] };
}

/** The number of matching tickets in each status, up to one above `mostCounted`. The filter's own status is ignored. */
export async function countInbox(
  db: ReadDb,
  filter: Omit<InboxFilter, 'limit' | 'cursor' | 'status'>,
  found: Found | null,
  { userId }: Reader,
): Promise<Record<TicketStatus, number>> {
  const those = Prisma.join([Prisma.sql`t.status_key = s.status`, ...conditions(filter, found, userId)], ' and ');
  const rows = await db.$queryRaw<{ status: TicketStatus; count: number }[]>`
    select s.status, (select count(*)::int from (
      select from support_tickets t where ${those} limit ${mostCounted + 1}) counted) as count
    from unnest(${[...ticketStatuses]}::text[]) s(status)`;
  return Object.fromEntries(rows.map(({ status, count }) => [status, count])) as Record<TicketStatus, number>;
}

function conditions(
  { assigned, priority, category, clientId, projectId }: Omit<InboxFilter, 'limit' | 'cursor' | 'status'>,
  found: Found | null,
  userId: string,
): Prisma.Sql[] {
  const pattern = found && 'matches' in found ? likePattern(found.matches) : null;
  return [
    ...(assigned === 'me' ? [Prisma.sql`t.assignee_id = ${userId}::uuid`] : []),
    ...(assigned === 'nobody' ? [Prisma.sql`t.assignee_id is null`] : []),
    ...(priority ? [Prisma.sql`t.priority = ${priority}::ticket_priority`] : []),
    ...(category ? [Prisma.sql`t.category = ${category}::ticket_category`] : []),
    ...(clientId ? [Prisma.sql`t.client_id = ${clientId}::uuid`] : []),
    ...(projectId ? [Prisma.sql`t.project_id = ${projectId}::uuid`] : []),
    ...(found && 'ids' in found ? [Prisma.sql`t.id = any(${found.ids}::uuid[])`] : []),
    ...(pattern === null
      ? []
      : [
          Prisma.sql`(t.search_text like ${pattern}
            or exists (select from ticket_messages m where m.ticket_id = t.id and m.search_text like ${pattern})
            or exists (select from ticket_notes n where n.ticket_id = t.id and n.search_text like ${pattern}))`,
        ]),
  ];
}

/** One ticket with its last messages and notes, or those before one of them. Throws NOT_FOUND. */
export async function getTeamTicket(
  db: ReadDb | WriteDb,
  { id, before }: { id: string; before?: string | undefined },
  { userId }: Reader,
): Promise<TeamTicketDetail> {
  const topic = { select: { recordType: true, recordId: true, snapshot: true } };
  const select = { ...teamSummaryColumns(userId), topic };
  const row = orNotFound(await db.supportTicket.findUnique({ where: { id }, select }));
  const thread = await getThread(db, { id, before }, { notes: true });
  return { ...toTeamTicket(row), ...thread, about: toTopic(row.topic) };
}

/** The active people of the team, by name, to whom a ticket can be assigned. */
export function listTeam(db: ReadDb): Promise<{ id: string; name: string }[]> {
  return db.$queryRaw<{ id: string; name: string }[]>`select id::text, name from team_members()`;
}
