import { adminUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineWriteRoute } from '@/lib/doors/route';
import { fullPaymentOf } from '@/lib/invoices/payments/columns';
import { allocatePayment } from '@/lib/invoices/payments/commands';
import { allocatePaymentInput, paymentDetail } from '@/lib/invoices/payments/schemas';
import { getPayment } from '@/lib/invoices/payments/team-queries';

export const POST = defineWriteRoute({
  summary: 'Allocates what is left of a payment to invoices of its client.',
  guard: adminUser,
  input: allocatePaymentInput,
  output: recordOf(paymentDetail),
  status: 200,
  idempotent: true,
  run: async (db, input, actor) => {
    return { data: fullPaymentOf(await getPayment(db, await allocatePayment(db, input, actor))) };
  },
});
