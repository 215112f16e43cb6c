import type { TeamActor } from '@/lib/authz/actor';
import { toColumn } from '@/lib/dates';
import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import type { Page } from '@/lib/paging';
import { adminColumns, staffColumns, toTeamEntry } from '@/lib/time/columns';
import { conditionOf, requireSpan } from '@/lib/time/queries';
import { type TeamTimeEntry, type TeamTimeFilter, timeOrder } from '@/lib/time/schemas';

/** A page of the hours of the business, the latest day first. Throws VALIDATION on `cursor` and `dateTo`. */
export async function listTeamEntries(
  db: ReadDb,
  filter: TeamTimeFilter,
  { userType }: Pick<TeamActor, 'userType'>,
): Promise<Page<TeamTimeEntry>> {
  requireSpan(filter);
  const seek = timeOrder.seek(filter, conditionOf(filter));
  const rows =
    userType === 'admin'
      ? await db.timeEntry.findMany({ ...seek, select: adminColumns })
      : await db.timeEntry.findMany({ ...seek, select: staffColumns });
  const { data, nextCursor } = timeOrder.page(rows, filter);
  return { data: data.map(toTeamEntry), nextCursor };
}

/** One entry. Throws NOT_FOUND. */
export async function getTeamEntry(
  db: ReadDb,
  { id }: { id: string },
  { userType }: Pick<TeamActor, 'userType'>,
): Promise<TeamTimeEntry> {
  const where = { where: { id } };
  const row =
    userType === 'admin'
      ? await db.timeEntry.findUnique({ ...where, select: adminColumns })
      : await db.timeEntry.findUnique({ ...where, select: staffColumns });
  return toTeamEntry(orNotFound(row));
}

/** The people of the business, by name, for whom an admin enters hours. Staff see themselves only. */
export function listColleagues(db: ReadDb): Promise<{ id: string; name: string }[]> {
  return db.user.findMany({
    where: { userType: { in: ['admin', 'staff'] }, isActive: true },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 200,
  });
}

/** The minutes of one person on one date, without one entry. */
export async function minutesOn(
  db: ReadDb,
  { userId, workedOn }: { userId: string; workedOn: string },
  without?: string,
): Promise<number> {
  const where = { userId, workedOn: toColumn(workedOn), ...(without ? { id: { not: without } } : {}) };
  const { _sum } = await db.timeEntry.aggregate({ where, _sum: { minutes: true } });
  return _sum.minutes ?? 0;
}
