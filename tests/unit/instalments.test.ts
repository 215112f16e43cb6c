import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instalmentAmounts, instalmentState } from '@/lib/invoices/schedule/rule';

const share = (rate: number) => ({ rate, amountMinor: null });
const fixed = (amountMinor: bigint) => ({ rate: null, amountMinor });

describe('the amounts of instalments', () => {
  it.each([
    ['thirds', 10_000_00n, [share(333_333), share(333_333), share(333_334)], [333_333n, 333_333n, 333_334n]],
    ['shares and an amount', 200n, [share(250_000), fixed(77n), share(750_000)], [50n, 77n, 150n]],
    ['a yen', 1n, [share(500_000), share(500_000)], [1n, 0n]],
    ['a project without a contract value', null, [share(100_000), fixed(5n)], [null, 5n]],
  ] as const)('of %s', (_, contract, sizes, amounts) => {
    expect(instalmentAmounts(sizes, contract)).toEqual(amounts);
  });

  it('of shares of 100 % come to the contract value, each within one unit of its share', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 200_000 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), parts, (contract, some) => {
        const rates = [...some.filter((_, at) => at < 4), 1_000_000 - some.slice(0, 4).reduce((a, b) => a + b, 0)];
        const amounts = instalmentAmounts(rates.map(share), contract);
        expect(amounts.reduce((sum: bigint, amount) => sum + (amount ?? 0n), 0n)).toBe(contract);
        amounts.forEach((amount, at) => {
          const off = (amount ?? 0n) * 1_000_000n - contract * BigInt(rates[at] ?? 0);
          expect(off <= 1_000_000n && off >= -1_000_000n).toBe(true);
        });
      }),
    );
  });
});

describe('an instalment', () => {
  const today = '2026-06-20';
  const bill = (openMinor: bigint, dueOn = '2026-06-20') => ({ status: 'issued' as const, openMinor, dueOn });
  it.each([
    ['waits for its phase', { bill: null, phaseCompleted: false, dueOn: null }, 'planned'],
    ['waits for its date', { bill: null, phaseCompleted: false, dueOn: '2026-06-21' }, 'planned'],
    ['is due on its date', { bill: null, phaseCompleted: false, dueOn: '2026-06-20' }, 'due'],
    ['is due when its phase is completed', { bill: null, phaseCompleted: true, dueOn: null }, 'due'],
    ['is drafted', { bill: { ...bill(0n), status: 'draft' as const }, phaseCompleted: true, dueOn: null }, 'drafted'],
    ['is invoiced until the due date', { bill: bill(1n), phaseCompleted: true, dueOn: null }, 'invoiced'],
    ['is overdue after it', { bill: bill(1n, '2026-06-19'), phaseCompleted: true, dueOn: null }, 'overdue'],
    ['is paid', { bill: bill(0n, '2026-06-01'), phaseCompleted: true, dueOn: null }, 'paid'],
  ] as const)('%s', (_, facts, state) => expect(instalmentState(facts, today)).toBe(state));
});
