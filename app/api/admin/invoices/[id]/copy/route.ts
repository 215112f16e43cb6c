import { adminUser } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { recordOf } from '@/lib/doors/envelope';
import { defineWriteRoute } from '@/lib/doors/route';
import { detailOf } from '@/lib/invoices/columns';
import { copyInvoice } from '@/lib/invoices/drafts/commands';
import { getInvoice } from '@/lib/invoices/queries';
import { invoiceDetail, invoiceId } from '@/lib/invoices/schemas';

export const POST = defineWriteRoute({
  summary: 'Drafts an invoice with the lines of another one.',
  guard: adminUser,
  input: invoiceId,
  output: recordOf(invoiceDetail),
  status: 201,
  idempotent: true,
  run: async (db, input, actor) => {
    const invoice = await copyInvoice(db, input, actor);
    return { data: detailOf(await getInvoice(db, invoice, today(actor.tenant.timeZone))) };
  },
});
