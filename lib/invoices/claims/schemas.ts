import { z } from 'zod';
import { calendarDate } from '@/lib/dates';
import { decimal, line, recordId, text } from '@/lib/fields';
import { claimStatuses } from '@/lib/invoices/claims/rule';
import { paymentMethod } from '@/lib/invoices/payments/schemas';
import { listOrder, pageQuery } from '@/lib/paging';

/** A client's word that an invoice is paid, as the client reads it. */
export const claim = z.object({
  id: z.uuid(),
  invoiceId: z.uuid(),
  invoiceNumber: z.string(),
  status: z.enum(claimStatuses),
  paidOn: z.iso.date(),
  note: z.string().nullable(),
  userName: z.string().describe('The person of the client who made the claim.'),
  paymentId: z.uuid().nullable().describe('The payment that confirmed it.'),
  proof: z
    .object({ fileName: z.string(), contentType: z.string(), byteSize: z.number().int() })
    .nullable()
    .describe('A file that shows the payment.'),
  declineReason: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});

/** A claim as admins read it. */
export const teamClaim = claim.extend({
  clientId: z.uuid(),
  clientName: z.string(),
  currency: z.string(),
  open: z.string().describe('What is left to pay of the invoice now: a decimal in the currency.'),
  decidedByName: z.string().nullable(),
});

/** The latest claim first. */
export const claimOrder = listOrder('PaymentClaim', 'payment-claims', [
  { column: 'createdAt', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id' },
]);

export const claimFilter = pageQuery(claimOrder).extend({
  status: z.enum(['all', ...claimStatuses]).default('all'),
  clientId: recordId().optional(),
  invoiceId: recordId().optional(),
});

/** `id` is the invoice's. */
export const invoiceClaimsFilter = pageQuery(claimOrder).extend({ id: recordId() });

export const claimId = z.strictObject({ id: recordId() });

/** `id` is the invoice's. */
export const claimPaymentInput = z.strictObject({ id: recordId(), paidOn: calendarDate, note: text(1000).nullish() });

export const confirmClaimInput = z.strictObject({
  id: recordId(),
  amount: decimal.nullish().describe('What came in; all that is open of the invoice where it is absent.'),
  paidOn: calendarDate.nullish().describe('The claimed date where it is absent.'),
  method: paymentMethod.default('bank_transfer'),
  reference: line(100).nullish(),
});

export const declineClaimInput = z.strictObject({ id: recordId(), reason: text(1000) });

export type ClaimFilter = z.output<typeof claimFilter>;
export type InvoiceClaimsFilter = z.output<typeof invoiceClaimsFilter>;
export type ClaimPaymentInput = z.output<typeof claimPaymentInput>;
export type ConfirmClaimInput = z.output<typeof confirmClaimInput>;
export type DeclineClaimInput = z.output<typeof declineClaimInput>;
export type Claim = z.output<typeof claim>;
export type TeamClaim = z.output<typeof teamClaim> & { openMinor: bigint };

/** What the page of an invoice says of its latest claim. */
export type LatestClaim = Pick<Claim, 'id' | 'status' | 'paidOn' | 'userName' | 'declineReason'> & {
  userId: string;
  hasProof: boolean;
};

/** A claim to decide, in a list of its own. */
export type OpenClaim = Pick<
  TeamClaim,
  'id' | 'invoiceNumber' | 'clientName' | 'paidOn' | 'note' | 'currency' | 'openMinor'
>;
