import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import type { Day } from '@/lib/format';
import { summaryColumns, toInvoice } from '@/lib/invoices/columns';
import { issuer, party } from '@/lib/invoices/parties/schemas';
import { invoiceTotals, isOverdue, paymentStatusOf } from '@/lib/invoices/rule';
import {
  type ClientInvoiceFilter,
  type ClientInvoiceStatus,
  clientInvoiceOrder,
  type FullInvoice,
  type Invoice,
  type InvoiceLine,
  type InvoiceSums,
  type Settlement,
} from '@/lib/invoices/schemas';
import type { Page } from '@/lib/paging';

/** The condition of a filter of clients. `today` is the tenant's calendar date. */
export function having(status: ClientInvoiceStatus, today: Day): Prisma.InvoiceWhereInput {
  if (status === 'all') return {};
  if (status === 'paid') return { status: 'issued', openMinor: 0n };
  // Only an issued invoice has anything open.
  return { openMinor: { gt: 0n }, ...(status === 'overdue' ? { dueOn: { lt: new Date(`${today}T00:00:00Z`) } } : {}) };
}

/** The invoices of the client, the latest first; never drafts, by the wall. */
export async function listInvoices(db: ReadDb, filter: ClientInvoiceFilter, today: Day): Promise<Page<Invoice>> {
  const { status, projectId } = filter;
  const where = { issuedOn: { not: null }, ...having(status, today), ...(projectId ? { projectId } : {}) };
  const rows = await db.invoice.findMany({ ...clientInvoiceOrder.seek(filter, where), select: summaryColumns });
  const { data, nextCursor } = clientInvoiceOrder.page(rows, filter);
  const claimed = await claimedAmong(db, data);
  return { data: data.map((row) => toInvoice(row, today, claimed)), nextCursor };
}

/** The ids of those invoices whose payment a client has claimed and nobody has decided. No statement where nothing is open. */
export async function claimedAmong(
  db: ReadDb,
  invoices: readonly { id: string; openMinor: bigint }[],
): Promise<ReadonlySet<string>> {
  const open = invoices.flatMap(({ id, openMinor }) => (openMinor > 0n ? [id] : []));
  if (open.length === 0) return new Set();
  const rows = await db.$queryRaw<{ id: string }[]>`
    select invoice_id as id from payment_claims where status = 'claimed' and invoice_id = any(${open}::uuid[])`;
  return new Set(rows.map(({ id }) => id));
}

/** The sums of one filter and currency over all matching invoices. */
export type SumsOf = InvoiceSums & { status: string };

/** Which filters an invoice falls under, as rows of (status, holds). */
const filters = (today: Day) => Prisma.sql`(values
  ('all', true), ('draft', i.status = 'draft'), ('void', i.status = 'void'), ('paid', i.status = 'issued' and i.open_minor = 0),
  ('unpaid', i.open_minor > 0), ('overdue', i.open_minor > 0 and i.due_on < ${today}::date)) as f (status, holds)`;

/** Counts and sums by filter and currency, over everything that matches, in one statement. */
export function sumInvoices(db: ReadDb, today: Day, matching: Prisma.Sql = Prisma.sql`true`): Promise<SumsOf[]> {
  return db.$queryRaw<SumsOf[]>`
    select f.status, i.currency, count(*)::int as count, sum(i.total_minor)::bigint as "totalMinor",
      sum(i.paid_minor)::bigint as "paidMinor", sum(i.open_minor)::bigint as "openMinor"
    from invoices i cross join lateral ${filters(today)}
    where f.holds and ${matching}
    group by f.status, i.currency order by i.currency`;
}

/** The sums of one filter of a client, whose invoices have one currency. */
export function sumsFor(all: readonly SumsOf[], status: string, currency: string): InvoiceSums {
  return (
    all.find((sums) => sums.status === status) ?? { count: 0, currency, totalMinor: 0n, paidMinor: 0n, openMinor: 0n }
  );
}

type Row = Omit<FullInvoice, 'paymentStatus' | 'isOverdue' | 'lines' | 'totals' | 'settlements' | Instants> &
  Record<'createdAt' | 'updatedAt', Date> & { voidedAt: Date | null };
type Instants = 'createdAt' | 'updatedAt' | 'voidedAt';

/** Whether the payment of an invoice is claimed. A guest reads no claims. */
const claimed = {
  account: Prisma.sql`exists (select from payment_claims k where k.invoice_id = i.id and k.status = 'claimed')`,
  guest: Prisma.sql`false`,
};

/** One invoice with its lines, taxes and what settled it, to a guest as far as they see that. Throws NOT_FOUND. */
export async function getInvoice(
  db: ReadDb,
  { id }: { id: string },
  today: Day,
  reader: keyof typeof claimed = 'account',
): Promise<FullInvoice> {
  const [found] = await db.$queryRaw<Row[]>`
    select i.id, i.number, i.status::text, i.client_id as "clientId", c.name as "clientName", i.project_id as "projectId",
      p.name as "projectName", i.issued_on::text as "issuedOn", i.due_on::text as "dueOn", i.currency, i.net_minor as "netMinor",
      i.tax_minor as "taxMinor", i.total_minor as "totalMinor", i.paid_minor as "paidMinor", i.credited_minor as "creditedMinor",
      i.open_minor as "openMinor", i.prices_include_tax as "pricesIncludeTax", i.discount_rate as "discountRate",
      i.discount_minor as "discountMinor", i.exemption_reason as "exemptionReason", i.notes, i.voided_at as "voidedAt",
      i.void_reason as "voidReason", i.verify_code as "verifyCode", i.issuer, i.recipient, i.created_at as "createdAt",
      i.updated_at as "updatedAt", ${claimed[reader]} as "isClaimed"
    from invoices i join clients c on c.id = i.client_id left join projects p on p.id = i.project_id
    where i.id = ${id}::uuid`;
  const row = orNotFound(found);
  const lines = await db.$queryRaw<InvoiceLine[]>`
    select id, description, quantity_thousandth as "quantityThousandth", unit_price_ten_thousandth as "unitPriceTenThousandth",
      discount_rate as "discountRate", discount_minor as "discountMinor", tax_rate as "taxRate", amount_minor as "amountMinor"
    from invoice_lines where invoice_id = ${id}::uuid order by position`;
  return {
    ...row,
    paymentStatus: paymentStatusOf(row),
    isOverdue: isOverdue(row, today),
    issuer: row.issuer && (issuer.safeParse(row.issuer).data ?? null),
    recipient: row.recipient && (party.safeParse(row.recipient).data ?? null),
    ...{ createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() },
    voidedAt: row.voidedAt?.toISOString() ?? null,
    lines,
    totals: invoiceTotals(lines, row),
    settlements: row.status === 'draft' ? [] : await settlementsOf(db, id),
  };
}

/** What settled an invoice, oldest first. Released allocations are taken off their payment. */
function settlementsOf(db: ReadDb, id: string): Promise<Settlement[]> {
  return db.$queryRaw<Settlement[]>`
    select 'payment' as kind, p.id, p.paid_on::text as "on", sum(a.amount_minor)::bigint as "amountMinor", null as number,
      p.method::text, p.reference
    from payment_allocations a join payments p on p.id = a.payment_id where a.invoice_id = ${id}::uuid
    group by p.id, p.paid_on, p.method, p.reference having sum(a.amount_minor) <> 0
    union all
    select 'credit_note', n.id, n.issued_on::text, n.total_minor, n.number, null, null
    from credit_notes n where n.invoice_id = ${id}::uuid
    order by 3, 2`;
}
