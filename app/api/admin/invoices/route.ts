import { adminUser } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { detailOf, summaryOf, sumsOf } from '@/lib/invoices/columns';
import { createInvoice } from '@/lib/invoices/drafts/commands';
import { createInvoiceInput } from '@/lib/invoices/drafts/schemas';
import { getInvoice } from '@/lib/invoices/queries';
import { invoiceDetail, invoiceFilter, teamInvoices } from '@/lib/invoices/schemas';
import { listTeamInvoices, sumTeamInvoices } from '@/lib/invoices/team-queries';

export const GET = defineReadRoute({
  summary: "The business's invoices, drafts included, the latest draft first, with sums over all that match.",
  guard: adminUser,
  input: invoiceFilter,
  output: teamInvoices,
  run: async (db, filter, { tenant }) => {
    const now = today(tenant.timeZone);
    const { data, nextCursor } = await listTeamInvoices(db, filter, now);
    const sums = (await sumTeamInvoices(db, filter, now)).filter(({ status }) => status === filter.status);
    return { data: data.map(summaryOf), nextCursor, totals: sums.map(sumsOf) };
  },
});

export const POST = defineWriteRoute({
  summary: "Drafts an invoice in the client's currency.",
  guard: adminUser,
  input: createInvoiceInput,
  output: recordOf(invoiceDetail),
  status: 201,
  idempotent: true,
  run: async (db, input, actor) => {
    const made = await createInvoice(db, input, actor);
    return { data: detailOf(await getInvoice(db, made, today(actor.tenant.timeZone))) };
  },
});
