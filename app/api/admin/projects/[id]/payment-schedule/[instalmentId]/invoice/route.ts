import { adminUser } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { recordOf } from '@/lib/doors/envelope';
import { defineWriteRoute } from '@/lib/doors/route';
import { detailOf } from '@/lib/invoices/columns';
import { getInvoice } from '@/lib/invoices/queries';
import { invoiceInstalment } from '@/lib/invoices/schedule/commands';
import { instalmentId } from '@/lib/invoices/schedule/schemas';
import { invoiceDetail } from '@/lib/invoices/schemas';

export const POST = defineWriteRoute({
  summary: 'Drafts the invoice of an instalment; 409 where an invoice bills it already.',
  guard: adminUser,
  input: instalmentId,
  output: recordOf(invoiceDetail),
  status: 201,
  idempotent: true,
  run: async (db, input, actor) => {
    const made = await invoiceInstalment(db, input, actor);
    return { data: detailOf(await getInvoice(db, made, today(actor.tenant.timeZone))) };
  },
});
