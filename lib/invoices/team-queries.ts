import { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { likePattern, searching } from '@/lib/db/search';
import { type Part, part } from '@/lib/db/together';
import type { Day } from '@/lib/format';
import { summaryColumns, toInvoice } from '@/lib/invoices/columns';
import { claimedAmong, having, type SumsOf, sumInvoices } from '@/lib/invoices/queries';
import { type Invoice, type InvoiceEvent, type InvoiceFilter, invoiceOrder } from '@/lib/invoices/schemas';
import type { Page } from '@/lib/paging';

/** The tenant's invoices, the latest draft first. `today` is the tenant's calendar date. */
export async function listTeamInvoices(db: ReadDb, filter: InvoiceFilter, today: Day): Promise<Page<Invoice>> {
  const { status, clientId, projectId, search } = filter;
  const matches = await searching(db, search);
  const where = {
    ...(status === 'draft' || status === 'void' ? { status } : having(status, today)),
    ...(clientId ? { clientId } : {}),
    ...(projectId ? { projectId } : {}),
    ...(matches ? { OR: [{ searchText: matches }, { client: { searchText: matches } }] } : {}),
  };
  const rows = await db.invoice.findMany({ ...invoiceOrder.seek(filter, where), select: summaryColumns });
  const { data, nextCursor } = invoiceOrder.page(rows, filter);
  const claimed = await claimedAmong(db, data);
  return { data: data.map((row) => toInvoice(row, today, claimed)), nextCursor };
}

/** Counts and sums by status and currency, over everything that matches the rest of the filter. */
export async function sumTeamInvoices(db: ReadDb, filter: InvoiceFilter, today: Day): Promise<SumsOf[]> {
  const { clientId, projectId, search } = filter;
  const matches = await searching(db, search);
  const conditions = [
    ...(clientId ? [Prisma.sql`i.client_id = ${clientId}::uuid`] : []),
    ...(projectId ? [Prisma.sql`i.project_id = ${projectId}::uuid`] : []),
    ...(matches ? [matching(likePattern(matches))] : []),
  ];
  return sumInvoices(db, today, conditions.length > 0 ? Prisma.join(conditions, ' and ') : undefined);
}

const matching = (pattern: string) => Prisma.sql`(i.search_text like ${pattern}
  or i.client_id in (select id from clients where search_text like ${pattern}))`;

/** What happened to an invoice, oldest first. */
export function invoiceEvents(id: string): Part<InvoiceEvent> {
  const query = Prisma.sql`
    select action, actor_name as "actorName", created_at as at, detail ->> 'reason' as reason from audit_entries
    where tenant_id = (select app_tenant()) and record_type = 'invoice' and record_id = ${id}::uuid
    order by created_at, id limit 200`;
  return part(query, (row: InvoiceEvent) => ({ ...row, at: new Date(row.at).toISOString() }));
}
