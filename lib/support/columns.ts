import type { Prisma } from '@/lib/db/generated/client';
import { isUnread, turnOf } from '@/lib/support/rule';
import type { TeamTicketSummary, TicketSummary } from '@/lib/support/schemas';

/** The columns of a ticket that its client user may read, with how far `userId` has read it. */
export const summaryColumns = (userId: string) =>
  ({
    ...{ id: true, number: true, subject: true, status: true, category: true, priority: true, projectId: true },
    ...{ lastActivityAt: true, askedAt: true, answeredAt: true, waitingSince: true, closedAt: true, createdAt: true },
    project: { select: { name: true } },
    reads: { where: { userId }, select: { readAt: true } },
  }) satisfies Prisma.SupportTicketSelect;

/** The columns of a ticket for the team. */
export const teamSummaryColumns = (userId: string) =>
  ({
    ...summaryColumns(userId),
    ...{ clientId: true, clientUserId: true, clientUserName: true, assigneeId: true, assigneeName: true },
    firstAnsweredAt: true,
    client: { select: { name: true } },
  }) satisfies Prisma.SupportTicketSelect;

type Row = Prisma.SupportTicketGetPayload<{ select: ReturnType<typeof summaryColumns> }>;
type TeamRow = Prisma.SupportTicketGetPayload<{ select: ReturnType<typeof teamSummaryColumns> }>;

/** A row of `summaryColumns`; unread is what the team wrote. */
export function toTicket(row: Row): TicketSummary {
  return summaryOf(row, row.answeredAt);
}

/** A row of `teamSummaryColumns`; unread is what the client wrote. */
export function toTeamTicket(row: TeamRow): TeamTicketSummary {
  const { clientId, clientUserId, clientUserName, assigneeId, assigneeName } = row;
  return {
    ...summaryOf(row, row.askedAt),
    ...{ clientId, clientName: row.client.name, clientUserId, clientUserName, assigneeId, assigneeName },
    waitingSince: row.waitingSince?.toISOString() ?? null,
    firstAnsweredAt: row.firstAnsweredAt?.toISOString() ?? null,
  };
}

function summaryOf(row: Row, writtenAt: Date | null): TicketSummary {
  const { id, number, subject, status, category, priority, projectId, project, reads } = row;
  return {
    ...{ id, number, subject, status, category, priority, projectId, projectName: project?.name ?? null },
    turn: turnOf(row),
    isUnread: isUnread(writtenAt, reads[0]?.readAt ?? null),
    lastActivityAt: row.lastActivityAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
