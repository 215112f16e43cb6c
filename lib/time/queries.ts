import { type Day, plainDate } from '@/lib/calendar';
import type { ReadDb } from '@/lib/db/handles';
import type { MonthOfWork, WorkEntry } from '@/lib/time/schemas';

/** How many entries are shown; the sum knows them all. */
const shown = 5;

/** The hours of the calendar month that `today` lies in, the latest first. */
export async function monthOfWork(db: ReadDb, today: Day): Promise<MonthOfWork> {
  const { from, to } = monthOf(today);
  const rows = await db.$queryRaw<(WorkEntry & { sum: number; count: number })[]>`
    select e.id, p.name as "projectName", e.worked_on::text as "workedOn", e.minutes, e.user_name as "personName",
      e.description, (sum(e.minutes) over ())::int as sum, (count(*) over ())::int as count
    from time_entries e join projects p on p.id = e.project_id
    where e.worked_on between ${from}::date and ${to}::date
    order by e.worked_on desc, e.id desc
    limit ${shown}`;
  const latest = rows.map(({ sum: _sum, count: _count, ...entry }) => entry);
  return { from, to, minutes: rows[0]?.sum ?? 0, count: rows[0]?.count ?? 0, latest };
}

/** First and last day of a day's month. */
function monthOf(day: Day): { from: Day; to: Day } {
  const date = plainDate(day);
  return { from: date.with({ day: 1 }).toString(), to: date.with({ day: date.daysInMonth }).toString() };
}
