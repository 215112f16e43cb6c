import { digitsOf } from '@/lib/currency-digits';

/** The statuses of an invoice, as PostgreSQL declares them. */
export const invoiceStatuses = ['draft', 'issued', 'void'] as const;
export type InvoiceStatus = (typeof invoiceStatuses)[number];

/** What an invoice shows of its payment; drafts and void invoices show `unpaid`. */
export const paymentStatuses = ['unpaid', 'partially_paid', 'paid'] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

/** The most lines that an invoice has. */
export const mostLines = 1000;

type Settled = { status: InvoiceStatus; openMinor: bigint; paidMinor: bigint };

/** Paid is an issued invoice with nothing left to pay, a total of zero included. */
export function paymentStatusOf({ status, openMinor, paidMinor }: Settled): PaymentStatus {
  if (status !== 'issued') return 'unpaid';
  if (openMinor === 0n) return 'paid';
  return paidMinor > 0n ? 'partially_paid' : 'unpaid';
}

/** Whether something is left to pay after the due date; `today` is the tenant's calendar date, as the due date is. */
export function isOverdue({ openMinor, dueOn }: { openMinor: bigint; dueOn: string | null }, today: string): boolean {
  return openMinor > 0n && dueOn !== null && dueOn < today;
}

/** Rates are integers in ten-thousandths of a percent: 8.875 % is 88_750. */
export const wholeRate = 1_000_000;

/** At most one of the two: a rate, or an amount in minor units in the mode of the prices. */
export type Discount = { discountRate: number | null; discountMinor: bigint | null };

/** A line as entered: quantity in thousandths, price in ten-thousandths of the currency's unit, with tax or without. */
export type PricedLine = Discount & { quantityThousandth: bigint; unitPriceTenThousandth: bigint; taxRate: number };

export type Pricing = Discount & { currency: string; pricesIncludeTax: boolean };

/**
 * What the lines of one tax rate come to. `amountMinor` is their sum as entered, `discountMinor` the rate's share of the
 * document's discount, and `netMinor` the base of `taxMinor`.
 */
export type RateTotal = {
  taxRate: number;
  amountMinor: bigint;
  discountMinor: bigint;
  netMinor: bigint;
  taxMinor: bigint;
};

/** `linesMinor` and `discountMinor` are in the mode of the prices: net, or with tax. */
export type InvoiceTotals = {
  linesMinor: bigint;
  discountMinor: bigint;
  netMinor: bigint;
  taxMinor: bigint;
  totalMinor: bigint;
  rates: RateTotal[];
};

export const noDiscount: Discount = { discountRate: null, discountMinor: null };

/** Quantity × price − discount of one line in minor units, rounded half away from zero, in the mode of the prices. */
export function lineAmount(line: Omit<PricedLine, 'taxRate'>, currency: string): bigint {
  const scale = 10n ** BigInt(digitsOf(currency));
  const full = divide(line.quantityThousandth * line.unitPriceTenThousandth * scale, 10_000_000n);
  return full - discountOf(line, full);
}

/**
 * The totals of an invoice: every line is rounded to the minor unit, the document's discount is shared among the tax rates, and
 * the tax is taken once per rate on what is left: added to it, or taken out of it where prices include tax. So
 * Σ lines − discount (+ tax, where prices are net) = total, always. The rates come highest first.
 */
export function invoiceTotals(lines: readonly PricedLine[], pricing: Pricing): InvoiceTotals {
  const amounts = new Map<number, bigint>();
  for (const line of lines)
    amounts.set(line.taxRate, (amounts.get(line.taxRate) ?? 0n) + lineAmount(line, pricing.currency));
  const sorted = [...amounts].sort(([a], [b]) => b - a);
  const linesMinor = sum(sorted.map(([, amount]) => amount));
  const discountMinor = discountOf(pricing, linesMinor);
  const shares = share(
    discountMinor,
    sorted.map(([, amount]) => amount),
  );
  const rates = sorted.map(([taxRate, amountMinor], index) => {
    const share = shares[index] ?? 0n;
    return {
      taxRate,
      amountMinor,
      discountMinor: share,
      ...taxOf(amountMinor - share, taxRate, pricing.pricesIncludeTax),
    };
  });
  const netMinor = sum(rates.map((rate) => rate.netMinor));
  const taxMinor = sum(rates.map((rate) => rate.taxMinor));
  return { linesMinor, discountMinor, netMinor, taxMinor, totalMinor: netMinor + taxMinor, rates };
}

function taxOf(amount: bigint, taxRate: number, included: boolean): { netMinor: bigint; taxMinor: bigint } {
  const [rate, whole] = [BigInt(taxRate), BigInt(wholeRate)];
  if (!included) return { netMinor: amount, taxMinor: divide(amount * rate, whole) };
  const netMinor = divide(amount * whole, whole + rate);
  return { netMinor, taxMinor: amount - netMinor };
}

function discountOf({ discountRate, discountMinor }: Discount, amount: bigint): bigint {
  return discountMinor ?? divide(amount * BigInt(discountRate ?? 0), BigInt(wholeRate));
}

/**
 * Splits an amount in proportion to `weights`: the parts are rounded towards zero, and what is left goes one unit at a time to the
 * largest remainders, so that the parts add up to the amount. Where the weights come to nothing the first part is all of it.
 */
export function share(amount: bigint, weights: readonly bigint[]): bigint[] {
  const whole = sum(weights);
  if (whole === 0n) return weights.map((_, index) => (index === 0 ? amount : 0n));
  const parts = weights.map((weight) => (amount * weight) / whole);
  const rests = weights.map((weight, index) => ({ index, rest: size(amount * weight - (parts[index] ?? 0n) * whole) }));
  rests.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  let left = amount - sum(parts);
  const unit = left < 0n ? -1n : 1n;
  for (let turn = 0; left !== 0n; turn++, left -= unit) {
    const { index = 0 } = rests[turn % rests.length] ?? {};
    parts[index] = (parts[index] ?? 0n) + unit;
  }
  return parts;
}

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
const size = (amount: bigint) => (amount < 0n ? -amount : amount);

/** Rounds half away from zero, so that a discount removes exactly what the same amount would add. */
export function divide(dividend: bigint, divisor: bigint): bigint {
  const rounded = (2n * size(dividend) + divisor) / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
}
