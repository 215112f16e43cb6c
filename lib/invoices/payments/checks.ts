import { addDays } from '@/lib/dates';
import type { WriteDb } from '@/lib/db/handles';
import { conflict, type FieldMessage, invalid } from '@/lib/errors';
import type { Day } from '@/lib/format';
import type { AllocationInput } from '@/lib/invoices/payments/schemas';
import { largestAmount } from '@/lib/ledger/rule';
import { fromDecimal, toDecimal } from '@/lib/money';

type Errors = Record<string, FieldMessage>;

/** An amount above zero in minor units. Throws VALIDATION on the field. */
export function amountFrom(field: string, typed: string, currency: string): bigint {
  const minor = fromDecimal(typed, currency);
  if (minor === null) throw invalid({ [field]: { key: 'amount', params: { currency } } });
  if (minor <= 0n) throw invalid({ [field]: 'aboveZero' });
  if (minor > largestAmount)
    throw invalid({ [field]: { key: 'tooBig', params: { maximum: toDecimal(largestAmount, currency) } } });
  return minor;
}

/** The farthest date before and after today on which money moves, in days. A transfer may be ordered for a later date. */
const bounds = { past: 3653, future: 31 };

/** Throws VALIDATION on the field for a date outside reason. */
export function requireNear(field: string, day: Day, now: Day): void {
  if (day < addDays(now, -bounds.past) || day > addDays(now, bounds.future)) throw invalid({ [field]: 'dateFar' });
}

/** A part of a payment for an invoice whose state was checked. */
export type CheckedAllocation = { invoiceId: string; number: string; amountMinor: bigint };

type Source = { clientId: string; currency: string; restMinor: bigint };

/**
 * What a payment is allocated to, after the account of the client is locked. Throws CONFLICT for an invoice that is a draft or
 * void, VALIDATION with every wrong field: an unknown invoice or one named twice, more than is open of it, more than is left of
 * the payment.
 */
export async function checkedAllocations(
  db: WriteDb,
  typed: readonly AllocationInput[],
  { clientId, currency, restMinor }: Source,
): Promise<CheckedAllocation[]> {
  const errors: Errors = {};
  const invoices = await db.invoice.findMany({
    where: { clientId, id: { in: typed.map(({ invoiceId }) => invoiceId) } },
    select: { id: true, number: true, status: true, openMinor: true },
  });
  const amounts = typed.map(({ amount }, at) =>
    amount ? amountFrom(`allocations.${at}.amount`, amount, currency) : 0n,
  );
  let left = restMinor;
  const checked = typed.map(({ invoiceId }, at): CheckedAllocation => {
    const [part, amountMinor] = [`allocations.${at}.`, amounts[at] ?? 0n];
    const invoice = invoices.find(({ id }) => id === invoiceId);
    if (amountMinor === 0n) return { invoiceId, number: '', amountMinor };
    if (!invoice) errors[`${part}invoiceId`] = { key: 'unknownInvoice' };
    else if (typed.findIndex((other) => other.invoiceId === invoiceId) < at)
      errors[`${part}invoiceId`] = { key: 'repeated' };
    else if (invoice.status === 'draft') throw conflict('invoiceDraft');
    else if (invoice.status === 'void') throw conflict('invoiceVoid', { number: invoice.number ?? '' });
    else if (amountMinor > invoice.openMinor)
      errors[`${part}amount`] = {
        key: 'moreThanOpen',
        params: { plain: toDecimal(invoice.openMinor, currency), currency },
      };
    else if (amountMinor > left)
      errors[`${part}amount`] = { key: 'moreThanPayment', params: { plain: toDecimal(left, currency), currency } };
    left = amountMinor > left ? 0n : left - amountMinor;
    return { invoiceId, number: invoice?.number ?? '', amountMinor };
  });
  if (Object.keys(errors).length > 0) throw invalid(errors);
  return checked.filter(({ amountMinor }) => amountMinor > 0n);
}
