import type { AdminActor } from '@/lib/authz/actor';
import { fromColumn, toColumn, today } from '@/lib/dates';
import type { WriteDb } from '@/lib/db/handles';
import { AppError, invalid } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { releaseAllocations } from '@/lib/invoices/allocations/commands';
import { amountFrom, requireNear } from '@/lib/invoices/payments/checks';
import { lockPayment } from '@/lib/invoices/payments/commands';
import type { RecordRefundInput } from '@/lib/invoices/refunds/schemas';
import { postEntry } from '@/lib/ledger/posting';
import { toDecimal } from '@/lib/money';

/**
 * Records money of a payment that went back to the client, and posts it to the account. It is taken from what the payment settles
 * no invoice with; where that does not do, allocations are released, the latest first, so that their invoices are open again.
 * Throws VALIDATION for an unknown payment, an amount above what is left of it, and dates outside reason or before the payment.
 */
export async function recordRefund(db: WriteDb, input: RecordRefundInput, actor: AdminActor): Promise<{ id: string }> {
  const { paymentId, refundedOn, method } = input;
  const payment = await lockPayment(db, paymentId).catch((error) => {
    throw error instanceof AppError && error.code === 'NOT_FOUND' ? invalid({ paymentId: 'unknownPayment' }) : error;
  });
  const { clientId, currency, unallocatedMinor } = payment;
  const amountMinor = amountFrom('amount', input.amount, currency);
  const leftMinor = payment.amountMinor - payment.refundedMinor;
  if (amountMinor > leftMinor)
    throw invalid({ amount: { key: 'moreThanPayment', params: { plain: toDecimal(leftMinor, currency), currency } } });
  requireNear('refundedOn', refundedOn, today(actor.tenant.timeZone));
  if (refundedOn < fromColumn(payment.paidOn)) throw invalid({ refundedOn: 'refundBeforePayment' });
  await releaseAllocations(db, { paymentId }, amountMinor - unallocatedMinor, actor);
  const signed = { tenantId: actor.tenantId, recordedById: actor.userId, recordedByName: actor.name };
  const reference = input.reference ?? null;
  const { id } = await db.refund.create({
    data: {
      ...{ ...signed, clientId, currency, paymentId, amountMinor, method, reference },
      refundedOn: toColumn(refundedOn),
    },
    select: { id: true },
  });
  await postEntry(db, actor, {
    ...{ account: { clientId, currency }, entryType: 'refund', entryOn: refundedOn, amountMinor, reference },
    ...{ text: { subject: 'refund', number: payment.reference ?? 'none' }, of: { refundId: id, paymentId } },
  });
  const facts = { clientId, currency, amount: toDecimal(amountMinor, currency), paymentId };
  await recordEvent(db, actor, { name: 'refund.recorded', recordId: id, facts });
  return { id };
}
