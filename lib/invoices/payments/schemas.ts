import { z } from 'zod';
import { calendarDate } from '@/lib/dates';
import { decimal, line, recordId } from '@/lib/fields';
import { mostAllocations, paymentMethods } from '@/lib/invoices/payments/rule';
import { listOrder, pageQuery } from '@/lib/paging';

const money = z.string().describe('A decimal in the currency.');
export const paymentMethod = z.enum(paymentMethods);

/** A payment in a list. */
export const paymentSummary = z.object({
  id: z.uuid(),
  clientId: z.uuid(),
  clientName: z.string(),
  currency: z.string(),
  amount: money,
  allocated: money.describe('What settles invoices.'),
  refunded: money,
  unallocated: money.describe("What is left of it as the client's credit."),
  paidOn: z.iso.date(),
  method: paymentMethod,
  reference: z.string().nullable(),
  recordedByName: z.string(),
  createdAt: z.iso.datetime(),
});

/** What a payment settles of one invoice. */
export const allocation = z.object({ invoiceId: z.uuid(), invoiceNumber: z.string(), amount: money });

/** One payment with the invoices that it settles, and its refunds. */
export const paymentDetail = paymentSummary.extend({
  allocations: z.array(allocation).describe('Per invoice, after what was released.'),
  refunds: z.array(
    z.object({
      id: z.uuid(),
      amount: money,
      refundedOn: z.iso.date(),
      method: paymentMethod,
      reference: z.string().nullable(),
    }),
  ),
});

const sums = z.object({ count: z.number().int(), currency: z.string(), amount: money, unallocated: money });

export const teamPayments = z.object({
  data: z.array(paymentSummary),
  nextCursor: z.string().nullable(),
  totals: z.array(sums).describe('Over all payments that match, per currency.'),
});

/** The latest payment first. */
export const paymentOrder = listOrder('Payment', 'payments', [
  { column: 'paidOn', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id' },
]);

export const paymentFilter = pageQuery(paymentOrder).extend({
  clientId: recordId().optional(),
  unallocated: z.enum(['true', 'false']).optional().describe('Whether a part is still the credit of the client.'),
  dateFrom: calendarDate.optional(),
  dateTo: calendarDate.optional(),
  search: z.string().trim().max(100).optional().describe("A part of the reference or of the client's name."),
});

export const paymentId = z.strictObject({ id: recordId() });

/** A part of a payment for an invoice. */
export const allocationInput = z.strictObject({ invoiceId: recordId('unknownInvoice'), amount: decimal });

const allocations = z.array(allocationInput).max(mostAllocations);

export const recordPaymentInput = z.strictObject({
  clientId: recordId('unknownClient'),
  amount: decimal,
  paidOn: calendarDate,
  method: paymentMethod.default('bank_transfer'),
  reference: line(100).nullish(),
  allocations: allocations.optional().describe("What is allocated to no invoice is the client's credit."),
});

export const allocatePaymentInput = z.strictObject({ id: recordId(), allocations: allocations.min(1) });

/** What payment `id` settles of an invoice becomes the client's credit again. */
export const releaseAllocationInput = z.strictObject({
  id: recordId(),
  invoiceId: recordId('unknownInvoice'),
  amount: decimal.nullish().describe('All that it settles of the invoice where it is absent.'),
});

/** Which open invoices a form of a payment offers; the typed text is a part of their numbers. */
export const payableFilter = z.object({ search: z.string().trim().max(100).optional() });

export type ReleaseAllocationInput = z.output<typeof releaseAllocationInput>;
export type PaymentFilter = z.output<typeof paymentFilter>;
/** A row of a form without an amount settles nothing. */
export type AllocationInput = { invoiceId: string; amount?: string | null | undefined };
type Allocating<T> = Omit<T, 'allocations'> & { allocations?: AllocationInput[] | undefined };
export type RecordPaymentInput = Allocating<z.output<typeof recordPaymentInput>>;
export type AllocatePaymentInput = Allocating<z.output<typeof allocatePaymentInput>>;

/** A payment in a list, inside the process: amounts in minor units. */
export type Payment = Omit<z.output<typeof paymentSummary>, 'amount' | 'allocated' | 'refunded' | 'unallocated'> & {
  amountMinor: bigint;
  allocatedMinor: bigint;
  refundedMinor: bigint;
  unallocatedMinor: bigint;
};

type Exact<T> = Omit<T, 'amount'> & { amountMinor: bigint };
export type Allocation = Exact<z.output<typeof allocation>>;
export type FullPayment = Payment & {
  allocations: Allocation[];
  refunds: Exact<z.output<typeof paymentDetail>['refunds'][number]>[];
};
export type PaymentSums = { count: number; currency: string; amountMinor: bigint; unallocatedMinor: bigint };

/** Open invoices that a form offers, and whether there are more. */
export type Payables = { invoices: Payable[]; more: boolean };

/** An invoice that a payment can be allocated to. */
export type Payable = { id: string; number: string; dueOn: string; totalMinor: bigint; openMinor: bigint };
