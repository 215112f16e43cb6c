import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { invoiceTotals, lineNet, type PricedLine } from '@/lib/invoices/rule';

const priced = (quantityThousandth: bigint, unitPriceMinor: bigint, taxRateBasisPoints: number): PricedLine => ({
  quantityThousandth,
  unitPriceMinor,
  taxRateBasisPoints,
});

const anyLine = fc.record({
  quantityThousandth: fc.bigInt(0n, 10_000_000n),
  unitPriceMinor: fc.bigInt(-100_000_000_000n, 100_000_000_000n),
  taxRateBasisPoints: fc.constantFrom(0, 600, 1300, 1900, 2300, 888),
});

// True when `result` is a / b rounded half away from zero. Uses no division, to differ from the code under test.
function isHalfUp(result: bigint, a: bigint, b: bigint): boolean {
  const size = (value: bigint) => (value < 0n ? -value : value);
  const twice = 2n * (size(a) - size(result) * b);
  return -b <= twice && twice < b && (result === 0n || result < 0n === a < 0n);
}

describe('an invoice', () => {
  test('is the sum of its lines and its tax, whatever the lines are', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 30 }), (lines) => {
        const totals = invoiceTotals(lines);
        expect(totals.netMinor).toBe(lines.reduce((sum, line) => sum + lineNet(line), 0n));
        expect(totals.taxMinor).toBe(totals.rates.reduce((sum, rate) => sum + rate.taxMinor, 0n));
        expect(totals.totalMinor).toBe(totals.netMinor + totals.taxMinor);
      }),
    );
  });

  test('rounds each line and the tax of each rate half-up, at any size', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 30 }), (lines) => {
        for (const line of lines)
          expect(isHalfUp(lineNet(line), line.quantityThousandth * line.unitPriceMinor, 1_000n)).toBe(true);
        for (const rate of invoiceTotals(lines).rates)
          expect(isHalfUp(rate.taxMinor, rate.netMinor * BigInt(rate.taxRateBasisPoints), 10_000n)).toBe(true);
      }),
    );
  });

  test('does not depend on the order of its lines', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 12 }), (lines) => {
        expect(invoiceTotals([...lines].reverse())).toEqual(invoiceTotals(lines));
      }),
    );
  });

  test('taxes the sum of a rate, not each of its lines', () => {
    // Three lines of 0.10 at 23 %: 0.02 each would be 0.06, the tax on 0.30 is 0.069.
    const dimes = [priced(1_000n, 10n, 2300), priced(1_000n, 10n, 2300), priced(1_000n, 10n, 2300)];
    expect(invoiceTotals(dimes)).toMatchObject({ netMinor: 30n, taxMinor: 7n, totalMinor: 37n });
  });

  test('keeps rates apart and lists the highest first', () => {
    const totals = invoiceTotals([priced(1_000n, 1_008n, 600), priced(2_500n, 1_999n, 2300), priced(1_000n, 500n, 0)]);
    expect(totals.rates).toEqual([
      { taxRateBasisPoints: 2300, netMinor: 4_998n, taxMinor: 1_150n },
      { taxRateBasisPoints: 600, netMinor: 1_008n, taxMinor: 60n },
      { taxRateBasisPoints: 0, netMinor: 500n, taxMinor: 0n },
    ]);
  });

  test('rounds exactly half away from zero, so that a discount mirrors a charge', () => {
    expect(lineNet(priced(500n, 1n, 0))).toBe(1n);
    expect(lineNet(priced(500n, -1n, 0))).toBe(-1n);
    expect(lineNet(priced(499n, 1n, 0))).toBe(0n);
    expect(invoiceTotals([priced(1_000n, 25n, 600)]).taxMinor).toBe(2n);
    expect(invoiceTotals([priced(1_000n, -25n, 600)]).taxMinor).toBe(-2n);
  });

  test('without lines is nothing', () => {
    expect(invoiceTotals([])).toEqual({ netMinor: 0n, taxMinor: 0n, totalMinor: 0n, rates: [] });
  });
});
