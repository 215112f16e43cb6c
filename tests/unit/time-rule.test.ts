import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decimalHours,
  hourSpan,
  largestParts,
  mondayOf,
  parseDuration,
  parseWorkday,
  typedDuration,
  withoutGaps,
} from '@/lib/time/rule';

describe('a duration as people type it', () => {
  it.each([
    ['1:30', 90],
    ['0:05', 5],
    ['1.5', 90],
    ['1,5', 90],
    ['.5', null],
    ['0,25', 15],
    ['1h 30', 90],
    ['1h30m', 90],
    ['1 h 30 min', 90],
    ['2h', 120],
    ['1,5 Std.', 90],
    ['2 Stunden', 120],
    ['90m', 90],
    ['90 Min', 90],
    ['8', 480],
    ['24', 1440],
    ['25', 25],
    ['90', 90],
    ['1.333', 80],
    [' 1:30 ', 90],
    ['0', null],
    ['0:00', null],
    ['0.001', null],
    ['-1', null],
    ['24:01', null],
    ['1:60', null],
    ['1h 75', null],
    ['1441m', null],
    ['25h', null],
    ['1e1', null],
    ['1:30:00', null],
    ['eins', null],
    ['', null],
  ])('%s is %s minutes', (typed, minutes) => {
    expect(parseDuration(typed)).toBe(minutes);
  });

  it('is read back as it is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1440 }), (minutes) => parseDuration(typedDuration(minutes)) === minutes),
    );
  });

  it('has a decimal that keeps four digits', () => {
    expect([90, 20, 60, 1].map(decimalHours)).toEqual(['1.5', '0.3333', '1', '0.0167']);
  });
});

describe('a day as people type it', () => {
  // 2026-11-30 is a Monday.
  it.each([
    ['', '2026-11-30'],
    ['today', '2026-11-30'],
    ['Heute', '2026-11-30'],
    ['yesterday', '2026-11-29'],
    ['gestern', '2026-11-29'],
    ['-3', '2026-11-27'],
    ['mon', '2026-11-30'],
    ['Fr', '2026-11-27'],
    ['Dienstag', '2026-11-24'],
    ['2026-10-25', '2026-10-25'],
    ['25.10.2026', '2026-10-25'],
    ['25.10.', '2026-10-25'],
    ['24/12', '2025-12-24'],
    ['1.3', '2026-03-01'],
    ['29.2.2026', null],
    ['29.2.2024', '2024-02-29'],
    ['31.11.', null],
    ['2026-13-01', null],
    ['tomorrow', null],
    ['+1', null],
  ])('%s is %s', (typed, day) => {
    expect(parseWorkday(typed, '2026-11-30')).toBe(day);
  });

  it('a date without a year is the last one, across the year', () => {
    expect(parseWorkday('31.12.', '2027-01-02')).toBe('2026-12-31');
    expect(parseWorkday('29.2.', '2025-03-01')).toBe('2024-02-29');
    expect(parseWorkday('29.2.', '2027-03-01')).toBeNull();
  });
});

describe('spans', () => {
  it('begin and end with the month and the year', () => {
    expect(hourSpan('thisMonth', '2024-02-29')).toEqual({ dateFrom: '2024-02-01', dateTo: '2024-02-29' });
    expect(hourSpan('lastMonth', '2027-01-31')).toEqual({ dateFrom: '2026-12-01', dateTo: '2026-12-31' });
    expect(hourSpan('thisYear', '2026-06-01')).toEqual({ dateFrom: '2026-01-01', dateTo: '2026-12-31' });
    expect(hourSpan('all', '2026-06-01')).toEqual({});
  });

  it('a week begins on Monday, over the end of a year too', () => {
    expect(['2026-12-28', '2026-12-31', '2027-01-03', '2027-01-04'].map(mondayOf)).toEqual([
      '2026-12-28',
      '2026-12-28',
      '2026-12-28',
      '2027-01-04',
    ]);
  });

  it('a chart has no gaps', () => {
    const weeks = [
      { from: '2026-12-21', minutes: 5 },
      { from: '2027-01-04', minutes: 7 },
    ];
    expect(withoutGaps(weeks, 'week').map(({ minutes }) => minutes)).toEqual([5, 0, 7]);
    const months = [
      { from: '2026-11-01', minutes: 1 },
      { from: '2027-02-01', minutes: 2 },
    ];
    expect(withoutGaps(months, 'month').map(({ from }) => from)).toEqual([
      '2026-11-01',
      '2026-12-01',
      '2027-01-01',
      '2027-02-01',
    ]);
    expect(withoutGaps([], 'week')).toEqual([]);
  });
});

it('the largest parts are named, the rest summed', () => {
  const parts = [3, 9, 1, 5].map((minutes) => ({
    ...{ key: String(minutes), name: String(minutes), minutes },
    ...{ count: 1, billableMinutes: 0 },
  }));
  expect(largestParts(parts, 3)).toEqual({ shown: [parts[1], parts[3]], others: { minutes: 4, count: 2 } });
  expect(largestParts(parts, 4).others).toBeNull();
});
