import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { addDays } from '@/lib/dates';
import { dayOf, daysBetween, formatDay, formatDays, formatDistance, formatInstant, formatNumber } from '@/lib/format';

/** Replaces Intl's non-breaking spaces in amounts and ranges by plain spaces. */
const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ');

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

  test('are read and counted as Temporal does, in every year that an input may have', () => {
    const date = fc.tuple(
      fc.integer({ min: 1900, max: 2199 }),
      fc.integer({ min: 1, max: 13 }),
      fc.integer({ min: 1, max: 31 }),
    );
    const text = date.map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));
    const read = (day: string) => {
      try {
        return Temporal.PlainDate.from(day);
      } catch {
        return null;
      }
    };
    fc.assert(
      fc.property(text, text, fc.integer({ min: -4000, max: 4000 }), (from, to, days) => {
        const [start, end] = [read(from), read(to)];
        if (start) expect(addDays(from, days)).toBe(start.add({ days }).toString());
        else expect(() => addDays(from, days)).toThrow(RangeError);
        if (start && end) expect(daysBetween(from, to)).toBe(start.until(end).days);
        else expect(() => daysBetween(from, to)).toThrow(RangeError);
      }),
      { numRuns: 2_000 },
    );
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
