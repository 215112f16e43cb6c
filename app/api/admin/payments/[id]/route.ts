import { adminUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { fullPaymentOf } from '@/lib/invoices/payments/columns';
import { paymentDetail, paymentId } from '@/lib/invoices/payments/schemas';
import { getPayment } from '@/lib/invoices/payments/team-queries';

export const GET = defineReadRoute({
  summary: 'One payment with the invoices that it settles, and its refunds.',
  guard: adminUser,
  input: paymentId,
  output: recordOf(paymentDetail),
  run: async (db, input) => ({ data: fullPaymentOf(await getPayment(db, input)) }),
});
