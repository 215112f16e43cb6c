/** The price of an invoice line: quantity in thousandths, price in minor units, tax rate in hundredths of a percent. */
export type PricedLine = { quantityThousandth: bigint; unitPriceMinor: bigint; taxRateBasisPoints: number };

/** The sum of the lines of one tax rate, and the tax on that sum. */
export type RateTotal = { taxRateBasisPoints: number; netMinor: bigint; taxMinor: bigint };

export type InvoiceTotals = { netMinor: bigint; taxMinor: bigint; totalMinor: bigint; rates: RateTotal[] };

/** Quantity × price of one line in minor units, rounded half-up. */
export function lineNet({ quantityThousandth, unitPriceMinor }: Omit<PricedLine, 'taxRateBasisPoints'>): bigint {
  return divideHalfUp(quantityThousandth * unitPriceMinor, 1_000n);
}

/**
 * The totals of an invoice: every line is rounded to the minor unit, the tax is taken once per rate on the sum of that
 * rate's lines and rounded half-up per rate, so that Σ lines + tax = total always. The rates come highest first.
 */
export function invoiceTotals(lines: readonly PricedLine[]): InvoiceTotals {
  const nets = new Map<number, bigint>();
  for (const line of lines)
    nets.set(line.taxRateBasisPoints, (nets.get(line.taxRateBasisPoints) ?? 0n) + lineNet(line));
  const rates = [...nets]
    .sort(([a], [b]) => b - a)
    .map(([rate, net]) => ({
      taxRateBasisPoints: rate,
      netMinor: net,
      taxMinor: divideHalfUp(net * BigInt(rate), 10_000n),
    }));
  const netMinor = rates.reduce((sum, rate) => sum + rate.netMinor, 0n);
  const taxMinor = rates.reduce((sum, rate) => sum + rate.taxMinor, 0n);
  return { netMinor, taxMinor, totalMinor: netMinor + taxMinor, rates };
}

// Half away from zero, so that a discount removes exactly what the same amount would add.
function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * size + divisor) / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
}
