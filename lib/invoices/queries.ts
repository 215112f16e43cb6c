import type { ReadDb } from '@/lib/db/handles';
import type { Day } from '@/lib/format';
import type { OpenInvoice, OpenInvoices } from '@/lib/invoices/schemas';

/** How many invoices are named; the sums know them all. */
const named = 5;

type Sums = Omit<OpenInvoices, 'first'>;

const none: Sums = { count: 0, totalOpenMinor: 0n, overdueCount: 0, overdueMinor: 0n };

/** Issued and not yet paid in full, those due first. Overdue is what was due before `today`. */
export async function openInvoices(db: ReadDb, today: Day): Promise<OpenInvoices> {
  const rows = await db.$queryRaw<(OpenInvoice & Sums)[]>`
    select i.id, i.number, p.name as "projectName", i.issued_on::text as "issuedOn", i.due_on::text as "dueOn",
      i.total_minor as "totalMinor", i.total_minor - i.paid_minor as "openMinor",
      (count(*) over everything)::int as count,
      (sum(i.total_minor - i.paid_minor) over everything)::bigint as "totalOpenMinor",
      (count(*) filter (where i.due_on < ${today}::date) over everything)::int as "overdueCount",
      coalesce(sum(i.total_minor - i.paid_minor) filter (where i.due_on < ${today}::date) over everything, 0)::bigint as "overdueMinor"
    from invoices i left join projects p on p.id = i.project_id
    where i.status = 'issued' and i.paid_minor < i.total_minor
    window everything as ()
    order by i.due_on, i.number
    limit ${named}`;
  const { count, totalOpenMinor, overdueCount, overdueMinor } = rows[0] ?? none;
  return { count, totalOpenMinor, overdueCount, overdueMinor, first: rows.map(invoiceOf) };
}

function invoiceOf({ id, number, projectName, issuedOn, dueOn, totalMinor, openMinor }: OpenInvoice): OpenInvoice {
  return { id, number, projectName, issuedOn, dueOn, totalMinor, openMinor };
}
