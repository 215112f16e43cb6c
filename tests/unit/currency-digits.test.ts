import { expect, it } from 'vitest';
import { decimalText, digitsOf, shortDecimal, wholeOf } from '@/lib/currency-digits';
import { currencies, exponentOf } from '@/lib/money';

it('the browser knows the decimals of every currency', () => {
  expect([...currencies].filter((code) => digitsOf(code) !== exponentOf(code))).toEqual([]);
});

it.each([
  ['8.875', 4, 88_750n],
  ['-0.095', 4, -950n],
  ['1', 3, 1000n],
  ['1.0001', 3, null],
  ['1e3', 3, null],
  ['1,5', 3, null],
  ['', 3, null],
  ['999999999999999', 4, null],
])('%s with %i decimals is %s', (text, decimals, whole) => {
  expect(wholeOf(text, decimals)).toBe(whole);
  if (whole !== null) expect(wholeOf(shortDecimal(whole, decimals), decimals)).toBe(whole);
});

it('a short decimal keeps the least decimals', () => {
  expect([shortDecimal(1_000_000n, 4, 2), shortDecimal(1_950n, 4, 2), shortDecimal(-5n, 0)]).toEqual([
    '100.00',
    '0.195',
    '-5',
  ]);
  expect(decimalText(-5n, 3)).toBe('-0.005');
});
