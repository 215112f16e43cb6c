import { adminUser } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { recordOf } from '@/lib/doors/envelope';
import { defineWriteRoute } from '@/lib/doors/route';
import { detailOf } from '@/lib/invoices/columns';
import { voidInvoice } from '@/lib/invoices/commands';
import { getInvoice } from '@/lib/invoices/queries';
import { invoiceDetail, voidInvoiceInput } from '@/lib/invoices/schemas';

export const POST = defineWriteRoute({
  summary: 'Voids an issued invoice without payments, and takes it off the account of the client.',
  guard: adminUser,
  input: voidInvoiceInput,
  output: recordOf(invoiceDetail),
  status: 200,
  idempotent: true,
  run: async (db, input, actor) => {
    const invoice = await voidInvoice(db, input, actor);
    return { data: detailOf(await getInvoice(db, invoice, today(actor.tenant.timeZone))) };
  },
});
