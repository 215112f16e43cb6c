import type { AdminActor } from '@/lib/authz/actor';
import { toColumn, today } from '@/lib/dates';
import type { WriteDb } from '@/lib/db/handles';
import { invalid, orNotFound } from '@/lib/errors';
import { recordEvent, recordEvents } from '@/lib/events/record';
import { addAllocations } from '@/lib/invoices/allocations/commands';
import { amountFrom, type CheckedAllocation, checkedAllocations, requireNear } from '@/lib/invoices/payments/checks';
import { mostNamed } from '@/lib/invoices/payments/rule';
import type { AllocatePaymentInput, RecordPaymentInput, ReleaseAllocationInput } from '@/lib/invoices/payments/schemas';
import { lockAccount, postEntry } from '@/lib/ledger/posting';
import { toDecimal } from '@/lib/money';

type Made = { id: string };

/**
 * Records money received from a client, allocates it, and posts it to the account. What is allocated to no invoice is the
 * client's credit. Throws VALIDATION for an unknown client, amounts that are not positive or too large, and dates outside reason,
 * and the errors of checkedAllocations.
 */
export async function recordPayment(db: WriteDb, input: RecordPaymentInput, actor: AdminActor): Promise<Made> {
  const { clientId, paidOn, method, reference = null } = input;
  const client = await db.client.findUnique({ where: { id: clientId }, select: { currency: true } });
  if (!client) throw invalid({ clientId: 'unknownClient' });
  const account = { clientId, ...client };
  const { currency } = account;
  const amountMinor = amountFrom('amount', input.amount, currency);
  requireNear('paidOn', paidOn, today(actor.tenant.timeZone));
  await lockAccount(db, clientId);
  const allocations = await checkedAllocations(db, input.allocations ?? [], { ...account, restMinor: amountMinor });
  const signed = { tenantId: actor.tenantId, recordedById: actor.userId, recordedByName: actor.name };
  const { id } = await db.payment.create({
    data: { ...signed, ...account, amountMinor, method, reference, paidOn: toColumn(paidOn) },
    select: { id: true },
  });
  await addAllocations(db, allocations.map(partOf({ paymentId: id, clientId })), actor);
  const [only, ...others] = allocations;
  await postEntry(db, actor, {
    ...{ account, entryType: 'payment', entryOn: paidOn, amountMinor: -amountMinor, reference },
    text: namedBy(allocations),
    of: { paymentId: id, ...(only && others.length === 0 ? { invoiceId: only.invoiceId } : {}) },
  });
  const facts = { clientId, currency, amount: toDecimal(amountMinor, currency), paidOn };
  await recordEvent(db, actor, { name: 'payment.recorded', recordId: id, facts });
  return { id };
}

/** Allocates what is left of a payment. Throws NOT_FOUND, the errors of checkedAllocations, VALIDATION where no amount is given. */
export async function allocatePayment(db: WriteDb, input: AllocatePaymentInput, actor: AdminActor): Promise<Made> {
  const { id } = input;
  const { clientId, currency, unallocatedMinor: restMinor } = await lockPayment(db, id);
  const allocations = await checkedAllocations(db, input.allocations ?? [], { clientId, currency, restMinor });
  if (allocations.length === 0) throw invalid({ 'allocations.0.amount': 'required' });
  await addAllocations(db, allocations.map(partOf({ paymentId: id, clientId })), actor);
  await recordEvents(
    db,
    actor,
    allocations.map(({ invoiceId, amountMinor }) => ({
      name: 'payment.allocated' as const,
      recordId: id,
      facts: { clientId, currency, amount: toDecimal(amountMinor, currency), invoiceId },
    })),
  );
  return { id };
}

/**
 * Releases what a payment settles of an invoice, which is open again; the released amount is the client's credit. The ledger stays
 * as it is, because the payment does. Throws NOT_FOUND, VALIDATION for an invoice that the payment does not settle and for more
 * than it settles.
 */
export async function releaseAllocation(db: WriteDb, input: ReleaseAllocationInput, actor: AdminActor): Promise<Made> {
  const { id, invoiceId, amount } = input;
  const { clientId, currency } = await lockPayment(db, id);
  const settled = await db.paymentAllocation.aggregate({
    where: { paymentId: id, invoiceId },
    _sum: { amountMinor: true },
  });
  const heldMinor = settled._sum.amountMinor ?? 0n;
  if (heldMinor === 0n) throw invalid({ invoiceId: 'unknownInvoice' });
  const amountMinor = amount ? amountFrom('amount', amount, currency) : heldMinor;
  if (amountMinor > heldMinor)
    throw invalid({ amount: { key: 'moreThanSettled', params: { plain: toDecimal(heldMinor, currency), currency } } });
  await addAllocations(db, [{ paymentId: id, invoiceId, clientId, amountMinor: -amountMinor }], actor);
  const facts = { clientId, currency, amount: toDecimal(amountMinor, currency), invoiceId };
  await recordEvent(db, actor, { name: 'payment.released', recordId: id, facts });
  return { id };
}

/** A payment after the account of its client is locked, so that its sums stay until commit. Throws NOT_FOUND. */
export async function lockPayment(db: WriteDb, id: string) {
  const { clientId } = orNotFound(await db.payment.findUnique({ where: { id }, select: { clientId: true } }));
  await lockAccount(db, clientId);
  const select = {
    ...{ id: true, clientId: true, currency: true, amountMinor: true, refundedMinor: true, unallocatedMinor: true },
    ...{ paidOn: true, reference: true },
  } as const;
  return orNotFound(await db.payment.findUnique({ where: { id }, select }));
}

const partOf =
  (of: { paymentId: string; clientId: string }) =>
  ({ invoiceId, amountMinor }: CheckedAllocation) => ({ ...of, invoiceId, amountMinor });

function namedBy(allocations: readonly CheckedAllocation[]) {
  const numbers = allocations.map(({ number }) => number);
  if (numbers.length > mostNamed || numbers.length === 0) return { subject: 'payment', number: 'none' } as const;
  return { subject: numbers.length === 1 ? 'payment' : 'paymentOfSeveral', number: numbers.join(', ') } as const;
}
