import { divide, lineAmount, type PricedLine, type RateTotal } from '@/lib/invoices/rule';

/** What is left to credit per tax rate, with tax, in minor units; below zero where the lines of the rate were. */
export type Rest = ReadonlyMap<number, bigint>;

const withTax = ({ netMinor, taxMinor }: RateTotal) => netMinor + taxMinor;

/** What an invoice charged per tax rate, without what earlier credit notes took back. */
export function restOf(invoiced: readonly RateTotal[], credited: readonly RateTotal[]): Rest {
  const rest = new Map(invoiced.map((rate) => [rate.taxRate, withTax(rate)]));
  for (const rate of credited) rest.set(rate.taxRate, (rest.get(rate.taxRate) ?? 0n) - withTax(rate));
  return rest;
}

export type Excess = { taxRate: number; leftMinor: bigint };

/** The tax rates of which a credit would take back more than is left, or charge instead of take back. */
export function excessOf(rest: Rest, credit: readonly RateTotal[]): Excess[] {
  return credit.flatMap((rate) => {
    const [leftMinor, amount] = [rest.get(rate.taxRate) ?? 0n, withTax(rate)];
    const fits = leftMinor >= 0n ? amount >= 0n && amount <= leftMinor : amount <= 0n && amount >= leftMinor;
    return fits ? [] : [{ taxRate: rate.taxRate, leftMinor }];
  });
}

type Discounted = { discountMinor: bigint | null; linesMinor: bigint; currency: string };

/** The share of an invoice's discount amount that lines of a credit take with them, in minor units. */
export function discountShare(lines: readonly Omit<PricedLine, 'taxRate'>[], of: Discounted): bigint | null {
  const { discountMinor, linesMinor, currency } = of;
  if (discountMinor === null) return null;
  const credited = lines.reduce((sum, line) => sum + lineAmount(line, currency), 0n);
  return linesMinor > 0n && credited > 0n ? divide(discountMinor * credited, linesMinor) : 0n;
}
