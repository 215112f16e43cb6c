import { adminUser } from '@/lib/authz/guards';
import { listOf, recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { recordRefund } from '@/lib/invoices/refunds/commands';
import { recordRefundInput, refund, refundFilter } from '@/lib/invoices/refunds/schemas';
import { getRefund, listRefunds } from '@/lib/invoices/refunds/team-queries';

export const GET = defineReadRoute({
  summary: "The business's refunds, the latest first.",
  guard: adminUser,
  input: refundFilter,
  output: listOf(refund),
  run: (db, filter) => listRefunds(db, filter),
});

export const POST = defineWriteRoute({
  summary: 'Records money of a payment that went back to the client, and posts it to the account.',
  guard: adminUser,
  input: recordRefundInput,
  output: recordOf(refund),
  status: 201,
  idempotent: true,
  run: async (db, input, actor) => ({ data: await getRefund(db, await recordRefund(db, input, actor)) }),
});
