import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { formatFileSize, formatMinutes, formatMoney, formatPercent } from '@/lib/format';
import { currencies, exponentOf, fromDecimal, toDecimal } from '@/lib/money';

/** Replaces Intl's non-breaking spaces in amounts and ranges by plain spaces. */
const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ');

describe('money', () => {
  test.each([
    [123456n, 'EUR', '1234.56'],
    [5n, 'EUR', '0.05'],
    [-5n, 'EUR', '-0.05'],
    [0n, 'EUR', '0.00'],
    [1234n, 'JPY', '1234'],
    [1234n, 'BHD', '1.234'],
    [12, 'USD', '0.12'],
    [900719925474099312345n, 'EUR', '9007199254740993123.45'],
  ] as const)('%s minor units of %s are %s', (minor, currency, decimal) => {
    expect(toDecimal(minor, currency)).toBe(decimal);
  });

  // Intl returns 0 for the first four: it follows common usage and may change with each Node version.
  test.each([
    ['HUF', 2],
    ['COP', 2],
    ['IDR', 2],
    ['PKR', 2],
    ['RSD', 2],
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['CLF', 4],
  ])('%s has the %i decimals of ISO 4217, whatever the runtime thinks', (currency, decimals) => {
    const written = decimals === 0 ? '12345' : `${'12345'.slice(0, -decimals)}.${'12345'.slice(-decimals)}`;
    expect(exponentOf(currency)).toBe(decimals);
    expect(toDecimal(12345n, currency)).toBe(written);
    expect(fromDecimal(written, currency)).toBe(12345n);
    expect(fromDecimal(`${written}${decimals === 0 ? '.' : ''}0`, currency)).toBeNull();
    expect(formatMoney(12345n, currency, 'en').replace(/[^\d.]/g, '')).toBe(written);
  });

  test('is never asked of Intl', () => {
    const ask = vi.spyOn(Intl.NumberFormat.prototype, 'resolvedOptions');
    for (const currency of currencies)
      expect(fromDecimal('12', currency)).toBe(12n * 10n ** BigInt(exponentOf(currency)));
    expect(ask).not.toHaveBeenCalled();
    ask.mockRestore();
  });

  test('fits the database’s bigint in each currency', () => {
    expect(fromDecimal('99999999999999.9999', 'CLF')).toBe(999999999999999999n);
    expect(fromDecimal('999999999999999.9', 'CLF')).toBeNull();
    expect(fromDecimal('999999999999999.999', 'KWD')).toBe(999999999999999999n);
  });

  test('is known in currencies of ISO 4217 alone: no metal, no test code, none that is history', () => {
    for (const code of ['EUR', 'HUF', 'XOF', 'CLF', 'VES']) expect(currencies.has(code)).toBe(true);
    for (const code of ['XAU', 'XXX', 'XTS', 'DEM', 'eur', 'EURO', '']) expect(currencies.has(code)).toBe(false);
    for (const code of ['DEM', 'eur', 'constructor']) expect(() => toDecimal(1n, code)).toThrow(RangeError);
  });

  test('comes back from its decimal unchanged, whatever the currency', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 14n), 10n ** 14n), fc.constantFrom('EUR', 'JPY', 'BHD'), (minor, currency) => {
        expect(fromDecimal(toDecimal(minor, currency), currency)).toBe(minor);
      }),
    );
  });

  test.each(['', '1,5', '1.', '.5', '1e3', '1.234', '--1', '+1', 'NaN', '1 000', '9999999999999999', '0x10'])(
    'refuses %j rather than round or guess it',
    (text) => expect(fromDecimal(text, 'EUR')).toBeNull(),
  );

  test('takes fewer decimals than the currency has, never more', () => {
    expect(fromDecimal(' 12.5 ', 'EUR')).toBe(1250n);
    expect(fromDecimal('12', 'EUR')).toBe(1200n);
    expect(fromDecimal('12.5', 'JPY')).toBeNull();
  });

  test('refuses a number that has lost digits', () => {
    expect(() => toDecimal(2 ** 60, 'EUR')).toThrow(RangeError);
  });

  test('is written the way the reader writes it, with every digit', () => {
    expect(plain(formatMoney(123456n, 'EUR', 'de'))).toBe('1.234,56 €');
    expect(plain(formatMoney(-123456n, 'USD', 'en'))).toBe('-$1,234.56');
    expect(plain(formatMoney(1234n, 'JPY', 'en'))).toBe('¥1,234');
    expect(plain(formatMoney(900719925474099399n, 'EUR', 'en'))).toBe('€9,007,199,254,740,993.99');
    expect(plain(formatMoney(500n, 'EUR', 'en', 'always'))).toBe('+€5.00');
  });
});

describe('quantities', () => {
  test.each([
    [0, '0m'],
    [45, '45m'],
    [60, '1h'],
    [95, '1h 35m'],
    [-95, '-1h 35m'],
  ])('%i minutes read %s', (minutes, words) => expect(formatMinutes(minutes, 'en')).toBe(words));

  test.each([
    [45, '45 min'],
    [60, '1 h'],
    [-74_715, '-1.245 h 15 min'],
  ])('%i minutes read %s in German', (minutes, words) => expect(plain(formatMinutes(minutes, 'de'))).toBe(words));

  test.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1500, '1.5 kB'],
    [1_800_000, '1.8 MB'],
    [250_000_000, '250 MB'],
  ])('a file of %i bytes has %s', (bytes, words) => expect(plain(formatFileSize(bytes, 'en'))).toBe(words));

  test('shares are written as percent', () => {
    expect(plain(formatPercent(0.625, 'de', 1))).toBe('62,5 %');
    expect(formatPercent(1, 'en')).toBe('100%');
  });
});
