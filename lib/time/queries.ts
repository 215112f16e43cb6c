import { type Day, plainDate } from '@/lib/calendar';
import { endsBeforeStart, toColumn } from '@/lib/dates';
import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { type Part, part } from '@/lib/db/together';
import { invalid, orNotFound } from '@/lib/errors';
import type { Page } from '@/lib/paging';
import { clientColumns, toEntry } from '@/lib/time/columns';
import {
  type MonthOfWork,
  type TimeEntry,
  type TimeFilter,
  type TimeMatch,
  type TimePart,
  type TimeSummary,
  type TimeSums,
  timeOrder,
  type WorkEntry,
} from '@/lib/time/schemas';

/** Throws VALIDATION on `dateTo` where the span ends before it starts. */
export function requireSpan({ dateFrom, dateTo }: TimeMatch): void {
  if (endsBeforeStart(dateFrom, dateTo)) throw invalid({ dateTo: 'endBeforeStart' });
}

/** Throws NOT_FOUND for a project that is not visible. */
export async function requireProject(db: ReadDb, { projectId }: TimeMatch): Promise<void> {
  if (projectId) orNotFound(await db.project.findUnique({ where: { id: projectId }, select: { id: true } }));
}

/** A page of the hours that a client sees, the latest day first. Throws VALIDATION on `cursor` and `dateTo`. */
export async function listEntries(db: ReadDb, filter: TimeFilter): Promise<Page<TimeEntry>> {
  requireSpan(filter);
  const rows = await db.timeEntry.findMany({ ...timeOrder.seek(filter, conditionOf(filter)), select: clientColumns });
  const { data, nextCursor } = timeOrder.page(rows, filter);
  return { data: data.map(toEntry), nextCursor };
}

/** The condition of a list of hours, for clients and the team. */
export function conditionOf({ projectId, dateFrom, dateTo, userId, billed }: TimeMatch): Prisma.TimeEntryWhereInput {
  const days = { ...(dateFrom && { gte: toColumn(dateFrom) }), ...(dateTo && { lte: toColumn(dateTo) }) };
  return {
    ...(projectId && { projectId }),
    ...(userId && { userId }),
    ...((dateFrom || dateTo) && { workedOn: days }),
    ...(billed === 'yes' && { invoiceLineId: { not: null } }),
    ...(billed === 'no' && { billable: true, invoiceLineId: null }),
  };
}

/** The sums of all entries that match. */
export async function sumEntries(db: ReadDb, match: TimeMatch): Promise<TimeSums> {
  const [row] = await db.$queryRaw<TimeSums[]>`select ${sums} from time_entries e where ${sqlOf(match)}`;
  return row ?? { count: 0, minutes: 0, billableMinutes: 0 };
}

const sums = Prisma.sql`count(*)::int as count, coalesce(sum(minutes), 0)::float8 as minutes,
  coalesce(sum(minutes) filter (where billable), 0)::float8 as "billableMinutes"`;

/** The condition of conditionOf as SQL, on `time_entries e`. */
function sqlOf({ projectId, dateFrom, dateTo, userId, billed }: TimeMatch): Prisma.Sql {
  const parts = [
    projectId && Prisma.sql`e.project_id = ${projectId}::uuid`,
    userId && Prisma.sql`e.user_id = ${userId}::uuid`,
    dateFrom && Prisma.sql`e.worked_on >= ${dateFrom}::date`,
    dateTo && Prisma.sql`e.worked_on <= ${dateTo}::date`,
    billed === 'yes' && Prisma.sql`e.invoice_line_id is not null`,
    billed === 'no' && Prisma.sql`e.billable and e.invoice_line_id is null`,
  ];
  return Prisma.join([Prisma.sql`true`, ...parts.flatMap((part) => (part ? [part] : []))], ' and ');
}

/** More weeks than this are shown as months. */
const mostWeeks = 105;

type Cell = TimePart & { kind: 'all' | 'week' | 'month' | 'person' | 'project' };

/**
 * All hours that match, in one statement: sums, weeks or months, people and projects. Clients have people by the name that their
 * projects show, the team by id. Throws VALIDATION like listEntries.
 */
export async function summariseEntries(db: ReadDb, match: TimeMatch, viewer: 'client' | 'team'): Promise<TimeSummary> {
  requireSpan(match);
  const person = viewer === 'client' ? Prisma.sql`e.shown_name` : Prisma.sql`e.user_id`;
  const personName = viewer === 'client' ? Prisma.sql`e.shown_name` : Prisma.sql`e.user_name`;
  const cells = await db.$queryRaw<Cell[]>`
    select c.kind, c.key, coalesce((select p.name from projects p where p.id = c.project_id), c.name) as name, c.count, c.minutes, c."billableMinutes" from (
      select case when grouping(week) = 0 then 'week' when grouping(month) = 0 then 'month' when grouping(person) = 0 then 'person'
          when grouping(project_id) = 0 then 'project' else 'all' end as kind,
        coalesce(week::text, month::text, person::text, project_id::text) as key,
        case when grouping(person) = 0 then max(person_name) end as name, project_id, ${sums}
      from (
        select date_trunc('week', e.worked_on::timestamp)::date as week, date_trunc('month', e.worked_on::timestamp)::date as month,
          ${person} as person, ${personName} as person_name, e.project_id, e.minutes, e.billable
        from time_entries e where ${sqlOf(match)}
      ) e group by grouping sets ((), (week), (month), (person), (project_id))
    ) c order by c.key`;
  const of = (kind: Cell['kind']) => cells.filter((cell) => cell.kind === kind);
  const weeks = of('week');
  const unit = weeks.length > mostWeeks ? 'month' : 'week';
  const [{ count = 0, minutes = 0, billableMinutes = 0 } = {}] = of('all');
  return {
    totals: { count, minutes, billableMinutes },
    unit,
    spans: (unit === 'week' ? weeks : of('month')).map(({ key, minutes: worked }) => ({
      from: key ?? '',
      minutes: worked,
    })),
    people: of('person'),
    projects: of('project'),
  };
}

/** The number of entries in `latest`; the sum is over all. */
const shown = 5;

type MonthRow = WorkEntry & { sum: number; total: number };

/** The hours of the calendar month of `today` that a client sees, the latest entries first, for `readTogether`. */
export function monthOfWork(today: Day): Part<MonthRow> {
  const { from, to } = monthOf(today);
  const query = Prisma.sql`
    select e.id, p.name as "projectName", e.worked_on::text as "workedOn", e.minutes, e.shown_name as "personName",
      e.shown_description as description, (sum(e.minutes) over ())::int as sum, (count(*) over ())::int as total
    from time_entries e join projects p on p.id = e.project_id
    where e.worked_on between ${from}::date and ${to}::date
    order by e.worked_on desc, e.id
    limit ${shown}`;
  return part(query, (row: MonthRow) => row);
}

/** The answer made of the rows of `monthOfWork`. */
export function toMonth(rows: readonly MonthRow[], today: Day): MonthOfWork {
  const latest = rows.map(({ sum: _sum, total: _total, ...entry }) => entry);
  return { ...monthOf(today), minutes: rows[0]?.sum ?? 0, count: rows[0]?.total ?? 0, latest };
}

/** The first and last day of the month of `day`. */
function monthOf(day: Day): { from: Day; to: Day } {
  const date = plainDate(day);
  return { from: date.with({ day: 1 }).toString(), to: date.with({ day: date.daysInMonth }).toString() };
}
