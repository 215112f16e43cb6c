import { clientUser } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { defineReadRoute } from '@/lib/doors/route';
import { summaryOf, sumsOf } from '@/lib/invoices/columns';
import { ofProject } from '@/lib/invoices/of-project/queries';
import { listInvoices, sumInvoices, sumsFor } from '@/lib/invoices/queries';
import { clientInvoiceFilter, clientInvoices } from '@/lib/invoices/schemas';

export const GET = defineReadRoute({
  summary: "The client's invoices, the latest first, with sums over all that match. Never drafts.",
  guard: clientUser,
  input: clientInvoiceFilter,
  output: clientInvoices,
  run: async (db, filter, { tenant }) => {
    const now = today(tenant.timeZone);
    const { data, nextCursor } = await listInvoices(db, filter, now);
    const sums = await sumInvoices(db, now, ofProject(filter.projectId));
    const currency = sums[0]?.currency ?? tenant.currency;
    return { data: data.map(summaryOf), nextCursor, totals: sumsOf(sumsFor(sums, filter.status, currency)) };
  },
});
