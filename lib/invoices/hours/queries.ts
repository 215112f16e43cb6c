import type { ReadDb } from '@/lib/db/handles';
import type { Day } from '@/lib/format';
import type { UnbilledEntry } from '@/lib/invoices/hours/rule';

/** The most entries that fill one draft; what is left fills the next. */
const most = 500;

/** The billable hours of a project that no line has billed, up to a date, the oldest first. */
export function listUnbilled(db: ReadDb, projectId: string, until: Day): Promise<UnbilledEntry[]> {
  return db.$queryRaw<UnbilledEntry[]>`
    select id, worked_on::text as "workedOn", minutes, description, user_name as "personName" from time_entries
    where project_id = ${projectId}::uuid and billable and invoice_line_id is null and worked_on <= ${until}::date
    order by worked_on, id limit ${most}`;
}
