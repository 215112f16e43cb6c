import { clientUser } from '@/lib/authz/guards';
import { listOf, recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { claimPayment } from '@/lib/invoices/claims/commands';
import { getClaim, listInvoiceClaims } from '@/lib/invoices/claims/queries';
import { claim, claimPaymentInput, invoiceClaimsFilter } from '@/lib/invoices/claims/schemas';

export const GET = defineReadRoute({
  summary: 'The claims of the client that this invoice is paid, the latest first.',
  guard: clientUser,
  input: invoiceClaimsFilter,
  output: listOf(claim),
  run: (db, filter) => listInvoiceClaims(db, filter),
});

export const POST = defineWriteRoute({
  summary: 'Says that an invoice is paid. No figure changes until the business confirms it.',
  guard: clientUser,
  input: claimPaymentInput,
  output: recordOf(claim),
  status: 201,
  idempotent: true,
  run: async (db, input, actor) => ({ data: await getClaim(db, await claimPayment(db, input, actor)) }),
});
