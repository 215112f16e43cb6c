import { Prisma } from '@/lib/db/generated/client';
import { type Part, part } from '@/lib/db/together';
import type { Day } from '@/lib/format';
import type { OpenInvoice, OpenInvoices } from '@/lib/invoices/open/schemas';

/** The number of invoices in `first`; the sums are over all. */
const named = 5;

type Sums = { [Name in keyof Omit<OpenInvoices, 'first'>]: OpenInvoices[Name] extends bigint ? string : number };
type OpenRow = Omit<OpenInvoice, 'id' | 'totalMinor' | 'openMinor'> &
  Sums & { id: string | null; totalMinor: string; openMinor: string; balanceMinor: string };

/**
 * The invoices of the client issued and not paid in full, in order of their due date, and the balance of the account, for
 * `readTogether`. Overdue are those due before `today`.
 */
export function openInvoices(today: Day): Part<OpenRow> {
  const query = Prisma.sql`
    select i.*, coalesce(l.balance, 0)::text as "balanceMinor" from (values (1)) one
      left join (
        select balance_after_minor as balance from ledger_entries where party_id = (select app_client())
        order by posting_number desc limit 1
      ) l on true
      left join (
        select i.id, i.number, p.name as "projectName", i.issued_on::text as "issuedOn", i.due_on::text as "dueOn",
          i.total_minor::text as "totalMinor", i.open_minor::text as "openMinor",
          (count(*) over everything)::int as count,
          (sum(i.open_minor) over everything)::text as "totalOpenMinor",
          (count(*) filter (where i.due_on < ${today}::date) over everything)::int as "overdueCount",
          coalesce(sum(i.open_minor) filter (where i.due_on < ${today}::date) over everything, 0)::text as "overdueMinor",
          k.invoice_id is not null as "isClaimed", (count(k.invoice_id) over everything)::int as "claimedCount"
        from invoices i left join projects p on p.id = i.project_id
          left join payment_claims k on k.invoice_id = i.id and k.status = 'claimed'
        where i.open_minor > 0
        window everything as ()
        order by i.due_on, i.number
        limit ${named}
      ) i on true
    order by i."dueOn", i.number`;
  return part(query, (row: OpenRow) => row);
}

/** The answer made of the rows of `openInvoices`. */
export function toOpen(rows: readonly OpenRow[]): OpenInvoices & { balanceMinor: bigint } {
  const [row] = rows;
  const balanceMinor = BigInt(row?.balanceMinor ?? 0);
  const none = { count: 0, totalOpenMinor: 0n, overdueCount: 0, overdueMinor: 0n, claimedCount: 0 };
  if (!row?.id) return { ...none, first: [], balanceMinor };
  const { count, totalOpenMinor, overdueCount, overdueMinor, claimedCount } = row;
  const sums = { totalOpenMinor: BigInt(totalOpenMinor), overdueMinor: BigInt(overdueMinor) };
  return { ...{ count, overdueCount, claimedCount }, ...sums, first: rows.map(invoiceOf), balanceMinor };
}

function invoiceOf({
  id,
  number,
  projectName,
  issuedOn,
  dueOn,
  totalMinor,
  openMinor,
  isClaimed,
}: OpenRow): OpenInvoice {
  const sums = { totalMinor: BigInt(totalMinor), openMinor: BigInt(openMinor) };
  return { id: id ?? '', number, projectName, issuedOn, dueOn, ...sums, isClaimed };
}
