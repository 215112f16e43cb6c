import type { z } from 'zod';
import { fromColumn } from '@/lib/dates';
import type { Prisma } from '@/lib/db/generated/client';
import type { FullPayment, Payment, PaymentSums, paymentDetail, paymentSummary } from '@/lib/invoices/payments/schemas';
import { toDecimal } from '@/lib/money';

/** The columns of a payment in a list, for the team. */
export const paymentColumns = {
  ...{ id: true, clientId: true, currency: true, amountMinor: true, allocatedMinor: true, refundedMinor: true },
  ...{ unallocatedMinor: true, paidOn: true, method: true, reference: true, recordedByName: true, createdAt: true },
  client: { select: { name: true } },
} satisfies Prisma.PaymentSelect;

type Row = Prisma.PaymentGetPayload<{ select: typeof paymentColumns }>;

/** A row of `paymentColumns`. */
export function toPayment({ client, paidOn, createdAt, ...row }: Row): Payment {
  return { ...row, clientName: client.name, paidOn: fromColumn(paidOn), createdAt: createdAt.toISOString() };
}

/** A payment of a list as the API writes it. */
export function paymentOf(payment: Payment): z.input<typeof paymentSummary> {
  const decimal = (minor: bigint) => toDecimal(minor, payment.currency);
  return {
    ...payment,
    amount: decimal(payment.amountMinor),
    allocated: decimal(payment.allocatedMinor),
    refunded: decimal(payment.refundedMinor),
    unallocated: decimal(payment.unallocatedMinor),
  };
}

/** One payment as the API writes it. */
export function fullPaymentOf(payment: FullPayment): z.input<typeof paymentDetail> {
  const amounts = <T extends { amountMinor: bigint }>(rows: T[]) =>
    rows.map(({ amountMinor, ...row }) => ({ ...row, amount: toDecimal(amountMinor, payment.currency) }));
  return { ...paymentOf(payment), allocations: amounts(payment.allocations), refunds: amounts(payment.refunds) };
}

/** Sums of payments as the API writes them. */
export function paymentSumsOf({ count, currency, amountMinor, unallocatedMinor }: PaymentSums) {
  const decimal = (minor: bigint) => toDecimal(minor, currency);
  return { count, currency, amount: decimal(amountMinor), unallocated: decimal(unallocatedMinor) };
}
