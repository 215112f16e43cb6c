import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  dayOf,
  daysBetween,
  formatDay,
  formatDays,
  formatDistance,
  formatFileSize,
  formatInstant,
  formatMinutes,
  formatMoney,
  formatNumber,
  formatPercent,
} from '@/lib/format';
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

describe('calendar dates', () => {
  test('are not shifted by any zone, the odd one of this run included', () => {
    expect(formatDay('2026-03-01', 'en')).toBe('Mar 1, 2026');
    expect(formatDay('2026-03-01', 'de', 'long')).toBe('1. März 2026');
    expect(formatDay('2026-12-31', 'en', 'short')).toBe('Dec 31');
  });

  test.each([
    ['en-GB', '30 Nov 2026', '2 – 10 Apr 2026', '30 Nov 2026, 17:05', '1,234.5'],
    ['en-US', 'Nov 30, 2026', 'Apr 2 – 10, 2026', 'Nov 30, 2026, 5:05 PM', '1,234.5'],
    ['de', '30. Nov. 2026', '2.–10. Apr. 2026', '30.11.2026, 17:05', '1.234,5'],
  ])('and numbers have the form of %s', (locale, day, days, instant, number) => {
    expect(formatDay('2026-11-30', locale)).toBe(day);
    expect(plain(formatDays('2026-04-02', '2026-04-10', locale))).toBe(days);
    const reader = { locale, timeZone: 'UTC' };
    expect(plain(formatInstant(new Date('2026-11-30T17:05:00Z'), reader))).toBe(instant);
    expect(formatNumber(1234.5, locale)).toBe(number);
  });

  test.each(['2026-02-30', '2026-13-01', '2026-1-1', 'tomorrow', ''])(
    '%j is not one, and is written as it is',
    (day) => {
      expect(() => daysBetween(day, '2026-01-01')).toThrow(RangeError);
      expect(formatDay(day, 'en')).toBe(day);
      expect(formatDays(day, day, 'en')).toBe(`${day} – ${day}`);
      expect(formatDistance(day, '2026-01-01', 'en')).toBe(day);
    },
  );

  test('from one to another say once what both share', () => {
    expect(plain(formatDays('2026-04-02', '2026-04-10', 'en'))).toBe('Apr 2 – 10, 2026');
    expect(plain(formatDays('2026-04-02', '2026-04-02', 'en'))).toBe('Apr 2, 2026');
  });

  test('lie apart by whole days across a change of clocks and a leap day', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2028-03-01', '2028-02-28')).toBe(-2);
  });

  test.each([
    ['2026-05-10', 'today'],
    ['2026-05-09', 'yesterday'],
    ['2026-05-23', 'in 13 days'],
    ['2026-05-31', 'in 3 weeks'],
    ['2026-08-10', 'in 3 months'],
    ['2023-05-10', '3 years ago'],
  ])('%s seen from 2026-05-10 is %s', (day, words) => {
    expect(formatDistance(day, '2026-05-10', 'en')).toBe(words);
  });
});

describe('no date takes a page down', () => {
  const instants = fc.oneof(
    fc.date({ noInvalidDate: false }),
    fc.constantFrom(
      ...['0000-01-01', '0999-06-01', '9999-12-31T23:59:59Z', '+010000-01-01', '-000001-01-01'].map(
        (text) => new Date(text),
      ),
      ...[8.64e15, -8.64e15, Number.NaN].map((time) => new Date(time)),
    ),
  );
  const days = fc.oneof(
    fc.string(),
    fc.constantFrom('0000-01-01', '0999-06-01', '9999-12-31', '+010000-01-01', '+275760-09-13', '-271821-04-20'),
    fc.date({ noInvalidDate: true }).map((at) => at.toISOString().split('T')[0] ?? ''),
  );
  const zones = fc.constantFrom('UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Pacific/Chatham', 'Europe/Lisbon');
  const locales = fc.constantFrom('en', 'en-GB', 'en-US', 'de');

  test('whatever the instant', () => {
    fc.assert(
      fc.property(instants, zones, locales, (at, timeZone, locale) => {
        for (const style of ['date', 'time', 'date-time'] as const)
          expect(formatInstant(at, { locale, timeZone }, style)).toEqual(expect.any(String));
        const day = dayOf(at, timeZone);
        expect(formatDay(day, locale)).toEqual(expect.any(String));
        // The key of a month in the gallery.
        expect(formatDay(`${day.slice(0, 7)}-01`, locale, 'month')).toEqual(expect.any(String));
      }),
      { numRuns: 500 },
    );
  });

  test('whatever the date, in any order', () => {
    fc.assert(
      fc.property(days, days, locales, (one, other, locale) => {
        for (const style of ['medium', 'long', 'short', 'month'] as const) {
          expect(formatDay(one, locale, style)).toEqual(expect.any(String));
          expect(formatDays(one, other, locale, style)).toEqual(expect.any(String));
        }
        expect(formatDistance(one, other, locale)).toEqual(expect.any(String));
      }),
      { numRuns: 500 },
    );
  });
});

describe('instants', () => {
  const newYear = new Date('2026-12-31T23:30:00Z');

  test('follow the clock of the business, not of the server', () => {
    expect(plain(formatInstant(newYear, { locale: 'en', timeZone: 'Europe/Lisbon' }))).toBe('Dec 31, 2026, 11:30 PM');
    expect(plain(formatInstant(newYear, { locale: 'de', timeZone: 'Europe/Berlin' }))).toBe('01.01.2027, 00:30');
    expect(formatInstant(newYear, { locale: 'de', timeZone: 'Europe/Berlin' }, 'time')).toBe('00:30');
  });

  test('fall on the date of their zone', () => {
    expect(dayOf(newYear, 'UTC')).toBe('2026-12-31');
    expect(dayOf(newYear, 'Europe/Berlin')).toBe('2027-01-01');
    expect(dayOf(newYear, 'America/Los_Angeles')).toBe('2026-12-31');
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
