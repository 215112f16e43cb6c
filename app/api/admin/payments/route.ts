import { adminUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { fullPaymentOf, paymentOf, paymentSumsOf } from '@/lib/invoices/payments/columns';
import { recordPayment } from '@/lib/invoices/payments/commands';
import { paymentDetail, paymentFilter, recordPaymentInput, teamPayments } from '@/lib/invoices/payments/schemas';
import { getPayment, listPayments, sumPayments } from '@/lib/invoices/payments/team-queries';

export const GET = defineReadRoute({
  summary: "The business's payments, the latest first, with sums over all that match.",
  guard: adminUser,
  input: paymentFilter,
  output: teamPayments,
  run: async (db, filter) => {
    const { data, nextCursor } = await listPayments(db, filter);
    return { data: data.map(paymentOf), nextCursor, totals: (await sumPayments(db, filter)).map(paymentSumsOf) };
  },
});

export const POST = defineWriteRoute({
  summary: 'Records money received from a client, allocates it to invoices, and posts it to the account.',
  guard: adminUser,
  input: recordPaymentInput,
  output: recordOf(paymentDetail),
  status: 201,
  idempotent: true,
  run: async (db, input, actor) => {
    return { data: fullPaymentOf(await getPayment(db, await recordPayment(db, input, actor))) };
  },
});
