import { adminUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineWriteRoute } from '@/lib/doors/route';
import { fullPaymentOf } from '@/lib/invoices/payments/columns';
import { releaseAllocation } from '@/lib/invoices/payments/commands';
import { paymentDetail, releaseAllocationInput } from '@/lib/invoices/payments/schemas';
import { getPayment } from '@/lib/invoices/payments/team-queries';

export const POST = defineWriteRoute({
  summary:
    "Releases what a payment settles of an invoice: the invoice is open again, the amount is the client's credit.",
  guard: adminUser,
  input: releaseAllocationInput,
  output: recordOf(paymentDetail),
  status: 200,
  idempotent: true,
  run: async (db, input, actor) => {
    return { data: fullPaymentOf(await getPayment(db, await releaseAllocation(db, input, actor))) };
  },
});
