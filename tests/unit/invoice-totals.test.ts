import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { invoiceTotals, lineAmount, noDiscount, type PricedLine, type Pricing, share } from '@/lib/invoices/rule';

const priced = (
  quantity: number,
  price: string,
  taxPercent: number,
  discountRate: number | null = null,
): PricedLine => ({
  quantityThousandth: BigInt(Math.round(quantity * 1_000)),
  unitPriceTenThousandth:
    BigInt(price.replace('.', '').padEnd(price.length - (price.includes('.') ? 1 : 0), '0')) * scaleOf(price),
  taxRate: Math.round(taxPercent * 10_000),
  discountRate,
  discountMinor: null,
});
const scaleOf = (price: string) => 10n ** BigInt(4 - (price.split('.')[1]?.length ?? 0));

const pricing = (wishes: Partial<Pricing> = {}): Pricing => ({
  currency: 'EUR',
  pricesIncludeTax: false,
  ...noDiscount,
  ...wishes,
});

const anyDiscount = fc.oneof(
  fc.constant(noDiscount),
  fc.record({ discountRate: fc.integer({ min: 0, max: 1_000_000 }), discountMinor: fc.constant(null) }),
  fc.record({ discountRate: fc.constant(null), discountMinor: fc.bigInt(0n, 100_000n) }),
);
const anyLine = fc
  .record({
    quantityThousandth: fc.bigInt(0n, 10_000_000n),
    unitPriceTenThousandth: fc.bigInt(-100_000_000_000n, 100_000_000_000n),
    taxRate: fc.constantFrom(0, 60_000, 130_000, 190_000, 230_000, 88_750),
  })
  .chain((line) => anyDiscount.map((discount) => ({ ...line, ...discount })));
const anyPricing = fc
  .record({ currency: fc.constantFrom('EUR', 'JPY', 'KWD', 'HUF'), pricesIncludeTax: fc.boolean() })
  .chain((mode) => anyDiscount.map((discount) => ({ ...mode, ...discount })));

const size = (value: bigint) => (value < 0n ? -value : value);
const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);

// True when `result` is a / b rounded half away from zero. Uses no division, to differ from the code under test.
function isHalfUp(result: bigint, a: bigint, b: bigint): boolean {
  const twice = 2n * (size(a) - size(result) * b);
  return -b <= twice && twice < b && (result === 0n || result < 0n === a < 0n);
}

/** A share of the 100,000 of `npm run test:long`. */
const runs = Number(process.env.ORIEL_TOTALS_RUNS ?? 5_000);

describe('an invoice', () => {
  test('is the sum of its lines, less its discount, and its tax, whatever the lines are', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 30 }), anyPricing, (lines, mode) => {
        const { linesMinor, discountMinor, netMinor, taxMinor, totalMinor, rates } = invoiceTotals(lines, mode);
        expect(linesMinor).toBe(sum(lines.map((line) => lineAmount(line, mode.currency))));
        expect(linesMinor - (lines.length > 0 ? discountMinor : 0n)).toBe(
          mode.pricesIncludeTax ? totalMinor : netMinor,
        );
        expect(totalMinor).toBe(netMinor + taxMinor);
        expect(sum(rates.map((rate) => rate.taxMinor))).toBe(taxMinor);
        expect(sum(rates.map((rate) => rate.discountMinor))).toBe(lines.length > 0 ? discountMinor : 0n);
      }),
      { numRuns: runs },
    );
  });

  test('rounds each line and the tax of each rate half-up, at any size, added or taken out', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 30 }), anyPricing, (lines, mode) => {
        const scale = { EUR: 100n, HUF: 100n, JPY: 1n, KWD: 1000n }[mode.currency] ?? 0n;
        for (const line of lines) {
          const full = line.quantityThousandth * line.unitPriceTenThousandth * scale;
          expect(isHalfUp(lineAmount({ ...line, ...noDiscount }, mode.currency), full, 10_000_000n)).toBe(true);
        }
        for (const { taxRate, netMinor, taxMinor, amountMinor, discountMinor } of invoiceTotals(lines, mode).rates)
          if (mode.pricesIncludeTax) {
            expect(netMinor + taxMinor).toBe(amountMinor - discountMinor);
            expect(isHalfUp(netMinor, (netMinor + taxMinor) * 1_000_000n, 1_000_000n + BigInt(taxRate))).toBe(true);
          } else {
            expect(netMinor).toBe(amountMinor - discountMinor);
            expect(isHalfUp(taxMinor, netMinor * BigInt(taxRate), 1_000_000n)).toBe(true);
          }
      }),
      { numRuns: runs },
    );
  });

  test('entered net and gross differs by one minor unit at most for each rate', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 30 }), anyPricing, (lines, mode) => {
        for (const { taxRate, netMinor, taxMinor } of invoiceTotals(lines, { ...mode, pricesIncludeTax: true }).rates) {
          // What the gross prices come to without tax, entered as one net price.
          const scale = { EUR: 100n, HUF: 100n, JPY: 1n, KWD: 1000n }[mode.currency] ?? 1n;
          const net = { quantityThousandth: 1000n, unitPriceTenThousandth: (netMinor * 10_000n) / scale, taxRate };
          const again = invoiceTotals([{ ...net, ...noDiscount }], { ...mode, ...noDiscount, pricesIncludeTax: false });
          expect(again.netMinor).toBe(netMinor);
          expect(size(again.totalMinor - (netMinor + taxMinor))).toBeLessThanOrEqual(1n);
        }
      }),
      { numRuns: runs },
    );
  });

  test('does not depend on the order of its lines', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 12 }), anyPricing, (lines, mode) => {
        expect(invoiceTotals([...lines].reverse(), mode)).toEqual(invoiceTotals(lines, mode));
      }),
    );
  });

  test('taxes the sum of a rate, not each of its lines', () => {
    // Three lines of 0.10 at 23 %: 0.02 each would be 0.06, the tax on 0.30 is 0.069.
    const dimes = [priced(1, '0.10', 23), priced(1, '0.10', 23), priced(1, '0.10', 23)];
    expect(invoiceTotals(dimes, pricing())).toMatchObject({ netMinor: 30n, taxMinor: 7n, totalMinor: 37n });
  });

  test('keeps rates apart and lists the highest first', () => {
    const { rates } = invoiceTotals([priced(1, '10.08', 6), priced(2.5, '19.99', 23), priced(1, '5', 0)], pricing());
    expect(rates.map(({ taxRate, netMinor, taxMinor }) => [taxRate, netMinor, taxMinor])).toEqual([
      [230_000, 4_998n, 1_150n],
      [60_000, 1_008n, 60n],
      [0, 500n, 0n],
    ]);
  });

  test('rounds exactly half away from zero, so that a discount mirrors a charge', () => {
    expect(lineAmount(priced(0.5, '0.01', 0), 'EUR')).toBe(1n);
    expect(lineAmount(priced(0.5, '-0.01', 0), 'EUR')).toBe(-1n);
    expect(lineAmount(priced(0.499, '0.01', 0), 'EUR')).toBe(0n);
    expect(invoiceTotals([priced(1, '0.25', 6)], pricing()).taxMinor).toBe(2n);
    expect(invoiceTotals([priced(1, '-0.25', 6)], pricing()).taxMinor).toBe(-2n);
  });

  test('without lines is nothing', () => {
    expect(invoiceTotals([], pricing())).toMatchObject({ netMinor: 0n, taxMinor: 0n, totalMinor: 0n, rates: [] });
  });
});

describe('cases from the field', () => {
  const minorOf = (currency: string, lines: PricedLine[], pricesIncludeTax = false) => {
    const { netMinor, taxMinor, totalMinor } = invoiceTotals(lines, pricing({ currency, pricesIncludeTax }));
    return [netMinor, taxMinor, totalMinor];
  };

  test.each([
    [
      'a discount as a negative line',
      'EUR',
      [priced(2000, '9.99', 20), priced(1, '-6659.93', 20)],
      [1332007n, 266401n, 1598408n],
    ],
    [
      'prices of three decimals, lines that sum to the printed net',
      'EUR',
      [
        priced(1198, '0.195', 21),
        priced(766, '0.195', 21),
        priced(107, '0.195', 21),
        priced(1163, '0.195', 21),
        priced(2428, '-0.095', 21),
      ],
      [39998n, 8400n, 48398n],
    ],
    ['a tax of half a cent', 'EUR', [priced(1, '7612.50', 19)], [761250n, 144638n, 905888n]],
    ['a rate of three decimals', 'USD', [priced(1, '100', 8.875)], [10000n, 888n, 10888n]],
    ['a charge and its credit', 'EUR', [priced(1, '100', 19), priced(1, '-100', 19)], [0n, 0n, 0n]],
    ['yen', 'JPY', [priced(3, '333', 10)], [999n, 100n, 1099n]],
    ['dinars', 'KWD', [priced(3, '1.234', 5)], [3702n, 185n, 3887n]],
    ['forint with ISO’s two decimals', 'HUF', [priced(1, '1000', 27)], [100000n, 27000n, 127000n]],
  ])('%s', (_, currency, lines, expected) => {
    expect(minorOf(currency, lines)).toEqual(expected);
  });

  test('a rate of 8.875 % is taken out of a price that includes it', () => {
    expect(minorOf('USD', [priced(1, '108.88', 8.875)], true)).toEqual([10_000n, 888n, 10_888n]);
  });

  test('a discount of ten percent on the whole leaves ninety of each rate', () => {
    const lines = [priced(1, '100', 23), priced(1, '50', 6)];
    const { rates, discountMinor, totalMinor } = invoiceTotals(lines, pricing({ discountRate: 100_000 }));
    expect(discountMinor).toBe(1_500n);
    expect(rates.map(({ netMinor, taxMinor }) => [netMinor, taxMinor])).toEqual([
      [9_000n, 2_070n],
      [4_500n, 270n],
    ]);
    expect(totalMinor).toBe(15_840n);
  });
});

describe('a share', () => {
  test('adds up, and no part is further from its proportion than one unit', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 12n),
        fc.array(fc.bigInt(1n, 10n ** 9n), { minLength: 1, maxLength: 9 }),
        (amount, weights) => {
          const parts = share(amount, weights);
          expect(sum(parts)).toBe(amount);
          for (const [index, part] of parts.entries())
            expect(size(part * sum(weights) - amount * (weights[index] ?? 0n))).toBeLessThan(sum(weights));
        },
      ),
    );
  });
});
