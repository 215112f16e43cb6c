import { adminUser } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { recordOf } from '@/lib/doors/envelope';
import { defineWriteRoute } from '@/lib/doors/route';
import { detailOf } from '@/lib/invoices/columns';
import { issueInvoice } from '@/lib/invoices/commands';
import { withFonts } from '@/lib/invoices/printed/missing-letters';
import { getInvoice } from '@/lib/invoices/queries';
import { invoiceDetail, issueInvoiceInput } from '@/lib/invoices/schemas';

export const POST = defineWriteRoute({
  summary: 'Issues a draft: it gets its number and is posted to the account of the client.',
  guard: adminUser,
  input: issueInvoiceInput,
  output: recordOf(invoiceDetail),
  status: 200,
  idempotent: true,
  prepare: withFonts,
  run: async (db, input, actor) => {
    const invoice = await issueInvoice(db, input, actor);
    return { data: detailOf(await getInvoice(db, invoice, today(actor.tenant.timeZone))) };
  },
});
