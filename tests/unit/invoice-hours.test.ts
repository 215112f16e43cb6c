import { describe, expect, it } from 'vitest';
import { pricedRow } from '@/components/invoices/draft-prices';
import { rowsOf } from '@/components/invoices/draft-row';
import { hoursRows } from '@/components/invoices/hours-rows';
import { groupHours } from '@/lib/invoices/hours/rule';

const entry = (id: string, workedOn: string, minutes: number, personName: string, description = 'Joinery') => ({
  ...{ id, workedOn, minutes, personName, description },
});
const entries = [
  entry('a', '2026-11-03', 90, 'Ida'),
  entry('b', '2026-11-03', 20, 'Max', 'Painting'),
  entry('c', '2026-11-05', 60, 'Ida'),
];

describe('hours become lines', () => {
  it.each([
    ['person', [['a', 'c'], ['b']], [2500n, 333n]],
    ['day', [['a', 'b'], ['c']], [1833n, 1000n]],
    ['one', [['a', 'b', 'c']], [2833n]],
  ] as const)('by %s', (by, ids, quantities) => {
    const groups = groupHours(entries, by);
    expect(groups.map((group) => group.ids)).toEqual(ids);
    expect(groups.map(({ quantityThousandth }) => quantityThousandth)).toEqual(quantities);
  });

  it('worded in the language of the business, with numbers in that of the form', () => {
    const options = { rate: '80,00', taxRate: '19', locale: 'de', tenantLocale: 'en' };
    expect(hoursRows(entries, { by: 'day', ...options })[0]).toMatchObject({
      ...{
        description: 'Nov 3, 2026: Joinery, Painting',
        quantity: '1,833',
        unitPrice: '80,00',
        timeEntryIds: ['a', 'b'],
      },
    });
    expect(hoursRows(entries, { by: 'person', ...options })[1]?.description).toBe('Hours of Max, Nov 3, 2026');
  });
});

describe('a typed row', () => {
  const row = { id: '', description: 'Oak', discountPercent: '', discountAmount: '', timeEntryIds: [] };

  it('is read as the server reads it, and not at all where a number is wrong', () => {
    expect(pricedRow({ ...row, quantity: '', unitPrice: '1.234,50', taxRate: '8,875' }, 'EUR', 'de')).toMatchObject({
      ...{ quantityThousandth: 1000n, unitPriceTenThousandth: 12_345_000n, taxRate: 88_750 },
    });
    expect(pricedRow({ ...row, quantity: '1', unitPrice: 'much', taxRate: '' }, 'EUR', 'de')).toBeNull();
  });

  it('comes back from a form that was refused, with its hours', () => {
    const values = {
      'lines.1.description': ['Oak'],
      'lines.1.timeEntryIds': ['a', 'b'],
      'lines.0.quantity': ['2'],
      notes: ['x'],
    };
    expect(rowsOf(values)).toMatchObject([{ quantity: '2' }, { description: 'Oak', timeEntryIds: ['a', 'b'] }]);
  });
});
