import { z } from 'zod';
import { calendarDate } from '@/lib/dates';
import { decimal, line, recordId } from '@/lib/fields';
import { paymentMethod } from '@/lib/invoices/payments/schemas';
import { listOrder, pageQuery } from '@/lib/paging';

/** Money of a payment that went back to the client. */
export const refund = z.object({
  id: z.uuid(),
  paymentId: z.uuid(),
  clientId: z.uuid(),
  clientName: z.string(),
  currency: z.string(),
  amount: z.string().describe('A decimal in the currency.'),
  refundedOn: z.iso.date(),
  method: paymentMethod,
  reference: z.string().nullable(),
  recordedByName: z.string(),
  createdAt: z.iso.datetime(),
});

/** The latest refund first. */
export const refundOrder = listOrder('Refund', 'refunds', [
  { column: 'refundedOn', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id' },
]);

export const refundFilter = pageQuery(refundOrder).extend({
  clientId: recordId().optional(),
  paymentId: recordId().optional(),
});

export const recordRefundInput = z.strictObject({
  paymentId: recordId('unknownPayment'),
  amount: decimal,
  refundedOn: calendarDate,
  method: paymentMethod.default('bank_transfer'),
  reference: line(100).nullish(),
});

/** A refund in a list. */
export type RefundRow = z.output<typeof refund>;
export type RefundFilter = z.output<typeof refundFilter>;
export type RecordRefundInput = z.output<typeof recordRefundInput>;
