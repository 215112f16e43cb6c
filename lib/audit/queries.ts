import { type AuditEntry, type AuditFilter, auditOrder } from '@/lib/audit/schemas';
import { type Day, instantIn, plainDate } from '@/lib/calendar';
import { addDays, endsBeforeStart } from '@/lib/dates';
import type { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { invalid } from '@/lib/errors';
import type { Page } from '@/lib/paging';

const columns = {
  id: true,
  actorId: true,
  actorName: true,
  actorType: true,
  action: true,
  recordType: true,
  recordId: true,
  detail: true,
  ip: true,
  createdAt: true,
} satisfies Prisma.AuditEntrySelect;

/**
 * The lines of the audit trail that match, the latest first: an admin's of the tenant, the operator's own. Days are whole days of
 * `timeZone`. Throws VALIDATION on `cursor` and on a span that ends before it starts.
 */
export async function listAuditEntries(db: ReadDb, filter: AuditFilter, timeZone: string): Promise<Page<AuditEntry>> {
  const { actorId, recordType, recordId, action, dateFrom, dateTo } = filter;
  if (endsBeforeStart(dateFrom, dateTo)) throw invalid({ dateTo: 'endBeforeStart' });
  const where = {
    ...(actorId ? { actorId } : {}),
    ...(recordType ? { recordType } : {}),
    ...(recordId ? { recordId } : {}),
    ...(action ? { action } : {}),
    createdAt: {
      ...(dateFrom ? { gte: startOf(dateFrom, timeZone) } : {}),
      ...(dateTo ? { lt: startOf(addDays(dateTo, 1), timeZone) } : {}),
    },
  };
  const rows = await db.auditEntry.findMany({ ...auditOrder.seek(filter, where), select: columns });
  const { data, nextCursor } = auditOrder.page(rows, filter);
  return {
    data: data.map(({ detail, createdAt, ...row }) => ({
      ...{ ...row, createdAt: createdAt.toISOString() },
      // The facts of an event are an object: their schema was checked when they were recorded.
      detail: detail as Record<string, unknown>,
    })),
    nextCursor,
  };
}

/** The first instant of a day in a zone: midnight, or what summer time has in its place. */
function startOf(day: Day, timeZone: string): Date {
  return instantIn(plainDate(day).toPlainDateTime(), timeZone);
}

/** The people of the business itself, by name, as choices of the filter; a chosen person of a client is added. */
export async function listAuditActors(db: ReadDb, chosen: string | undefined): Promise<{ id: string; name: string }[]> {
  const select = { id: true, name: true } as const;
  const team = await db.user.findMany({ where: { clientId: null }, select, orderBy: [{ name: 'asc' }, { id: 'asc' }] });
  if (!chosen || team.some(({ id }) => id === chosen)) return team;
  return [...team, ...(await db.user.findMany({ where: { id: chosen }, select }))];
}
