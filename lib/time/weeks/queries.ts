import type { ReadDb } from '@/lib/db/handles';
import { shifted } from '@/lib/time/rule';
import type { WeekEntry } from '@/lib/time/weeks/schemas';

/** The hours of one person in the week that begins on a Monday. */
export function listWeek(db: ReadDb, { userId, monday }: { userId: string; monday: string }): Promise<WeekEntry[]> {
  return db.$queryRaw<WeekEntry[]>`
    select e.id, e.project_id as "projectId", p.name as "projectName", e.worked_on::text as "workedOn", e.minutes, e.description,
      e.billable, e.invoice_line_id is not null as "isBilled"
    from time_entries e join projects p on p.id = e.project_id
    where e.user_id = ${userId}::uuid and e.worked_on between ${monday}::date and ${shifted(monday, 6)}::date
    order by e.worked_on, e.created_at, e.id`;
}
