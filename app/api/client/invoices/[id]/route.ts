import { clientUser } from '@/lib/authz/guards';
import { today } from '@/lib/dates';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { detailOf } from '@/lib/invoices/columns';
import { getInvoice } from '@/lib/invoices/queries';
import { invoiceDetail, invoiceId } from '@/lib/invoices/schemas';

export const GET = defineReadRoute({
  summary: 'One invoice with its lines, taxes and what settled it.',
  guard: clientUser,
  input: invoiceId,
  output: recordOf(invoiceDetail),
  run: async (db, input, { tenant }) => ({ data: detailOf(await getInvoice(db, input, today(tenant.timeZone))) }),
});
