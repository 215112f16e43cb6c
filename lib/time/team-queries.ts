import type { TeamActor } from '@/lib/authz/actor';
import { inOrderOfNames, mostChoices, projectChoice, toChoices } from '@/lib/choices';
import { toColumn } from '@/lib/dates';
import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { part, readTogether } from '@/lib/db/together';
import { orNotFound } from '@/lib/errors';
import type { Page } from '@/lib/paging';
import { adminColumns, staffColumns, toTeamEntry } from '@/lib/time/columns';
import { conditionOf, requireSpan } from '@/lib/time/queries';
import { type TeamTimeEntry, type TeamTimeFilter, timeOrder } from '@/lib/time/schemas';
import type { HourChoices, RunningTimer } from '@/lib/time/timers/schemas';

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

type Timer = Omit<RunningTimer, 'startedAt'> & { startedAt: string };

/** The most people of the business to choose from. */
const mostPeople = 200;

// The client's name by its key: for a join the database reads all clients at once while they are a thousand.
const projectNames = Prisma.sql`select p.id, p.name, (select c.name from clients c where c.id = p.client_id) as "clientName" from projects p`;
const lastProject = Prisma.sql`select project_id as id from time_entries where user_id = (select app_user()) order by worked_on desc, id limit 1`;

/** The choices of the caller in one statement. `chosen` and the last project are among them whatever their age. */
export async function hourChoices(db: ReadDb, chosen?: string): Promise<HourChoices> {
  const kept = chosen ?? null;
  const { newest, beside, people, last, timers } = await readTogether(db, {
    newest: part(Prisma.sql`${projectNames} order by p.created_at desc, p.id limit ${mostChoices + 1}`, projectChoice),
    beside: part(Prisma.sql`${projectNames} where p.id = any (array[${kept}::uuid, (${lastProject})])`, projectChoice),
    // None of the team has a client, says a check; the condition lets an index leave out the people of clients.
    people: part(
      Prisma.sql`select id, name from users where client_id is null and user_type in ('admin', 'staff') and is_active order by name, id limit ${mostPeople}`,
      (person: { id: string; name: string }) => person,
    ),
    last: part(lastProject, ({ id }: { id: string }) => id),
    timers: part(
      Prisma.sql`select t.project_id as "projectId", (select p.name from projects p where p.id = t.project_id) as "projectName",
        t.description, t.billable, t.started_at as "startedAt" from work_timers t`,
      (timer: Timer): RunningTimer => ({ ...timer, startedAt: new Date(timer.startedAt) }),
    ),
  });
  const projects = inOrderOfNames(toChoices('projects', newest, beside));
  return { projects, people, lastProjectId: last[0] ?? null, timer: timers[0] ?? null };
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
