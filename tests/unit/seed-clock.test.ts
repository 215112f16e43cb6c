import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from '@/lib/format';
import { clockOf, storyToday, workdayOffset, workdaysBetween } from '@/prisma/seed/clock';

const dayLength = 86_400_000;
const later = (day: string, days: number) => new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10);
const isWorkday = (day: string) => ![0, 6].includes(new Date(day).getUTCDay());

const anyNow = fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
const anyZone = fc.constantFrom('Europe/Lisbon', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago');
const anyWorkday = fc
  .integer({ min: -560, max: 560 })
  .map((days) => later(storyToday, days))
  .filter(isWorkday);
const anyPastWorkday = anyWorkday.filter((day) => day < storyToday);
const dayAfter = (day: string) => later(day, new Date(day).getUTCDay() === 5 ? 3 : 1);

describe('the clock of the demo', () => {
  test('turns workdays into workdays, in the same order and without gaps', () => {
    fc.assert(
      fc.property(anyNow, anyZone, anyWorkday, (now, zone, workday) => {
        const { day } = clockOf(zone, now);
        expect([1, 2, 3, 4, 5]).toContain(day(workday).getUTCDay());
        const step = (day(dayAfter(workday)).getTime() - day(workday).getTime()) / dayLength;
        expect(step).toBe(day(workday).getUTCDay() === 5 ? 3 : 1);
      }),
    );
  });

  test('turns the story’s today into today, or into the Friday before a weekend, and its past into the past', () => {
    const friday = new Date('2026-11-20T00:00:00Z');
    expect(clockOf('Europe/Lisbon', new Date('2026-11-20T12:00:00Z')).day(storyToday)).toEqual(friday);
    expect(clockOf('Europe/Lisbon', new Date('2026-11-21T12:00:00Z')).day(storyToday)).toEqual(friday);
    const sunday = clockOf('Europe/Lisbon', new Date('2026-11-22T12:00:00Z'));
    expect(sunday.day('2026-06-22')).toEqual(new Date('2026-11-23T00:00:00Z'));
    fc.assert(
      fc.property(anyNow, anyPastWorkday, (now, workday) => {
        expect(clockOf('Europe/Lisbon', now).at(`${workday} 23:59`).getTime()).toBeLessThan(now.getTime());
      }),
    );
  });

  test('moves whole weeks by whole weeks', () => {
    fc.assert(
      fc.property(anyNow, fc.integer({ min: -60, max: 60 }), (now, weeks) => {
        const { day } = clockOf('Europe/Lisbon', now);
        expect(day(later(storyToday, 7 * weeks))).toEqual(day(storyToday, 7 * weeks));
      }),
    );
  });

  test('reads times on the clocks of the tenant, in summer and in winter', () => {
    const november = clockOf('America/New_York', new Date('2026-11-20T12:00:00Z'));
    expect(november.at('2026-06-18 09:30')).toEqual(new Date('2026-11-19T14:30:00Z'));
    expect(november.at('2026-04-24 09:30')).toEqual(new Date('2026-09-25T13:30:00Z'));
    fc.assert(
      fc.property(anyNow, anyZone, anyWorkday, (now, zone, workday) => {
        const { at, day } = clockOf(zone, now);
        expect(dayOf(at(`${workday} 12:00`), zone)).toBe(day(workday).toISOString().slice(0, 10));
      }),
    );
  });

  test('has its own today in each time zone', () => {
    const now = new Date('2026-11-19T23:30:00Z');
    expect(clockOf('Pacific/Kiritimati', now).day(storyToday)).toEqual(new Date('2026-11-20T00:00:00Z'));
    expect(clockOf('America/New_York', now).day(storyToday)).toEqual(new Date('2026-11-19T00:00:00Z'));
  });

  test('refuses weekends, impossible dates and impossible times, and says which', () => {
    const { day, at } = clockOf('Europe/Lisbon', new Date('2026-11-20T12:00:00Z'));
    expect(() => day('2026-06-20')).toThrow('"2026-06-20" is on a weekend');
    expect(() => day('2026-02-30')).toThrow('2026-02-30');
    expect(() => day('19 June')).toThrow('19 June');
    expect(() => at('2026-06-19 24:10')).toThrow('"2026-06-19 24:10" is not a moment');
    expect(() => at('2026-06-19')).toThrow('"2026-06-19" is not a moment');
  });

  test('lists the workdays from one day to another', () => {
    expect(workdaysBetween('2026-06-18', '2026-06-23')).toEqual([
      '2026-06-18',
      '2026-06-19',
      '2026-06-22',
      '2026-06-23',
    ]);
    expect(workdaysBetween('2026-06-19', '2026-06-19')).toEqual(['2026-06-19']);
    fc.assert(
      fc.property(anyPastWorkday, (day) => {
        expect(workdaysBetween(day, storyToday)).toHaveLength(1 - workdayOffset(day));
      }),
    );
  });
});
