import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from '@/lib/format';
import { clockOf } from '@/prisma/seed/clock';

const anyNow = fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
const anyZone = fc.constantFrom('Europe/Lisbon', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago');
const anyWorkday = fc.integer({ min: -400, max: 400 });

describe('the clock of the demo', () => {
  test('knows working days only, and each comes after the one before', () => {
    fc.assert(
      fc.property(anyNow, anyZone, anyWorkday, (now, zone, workday) => {
        const { day } = clockOf(zone, now);
        expect([1, 2, 3, 4, 5]).toContain(day(workday).getUTCDay());
        expect(day(workday + 1).getTime()).toBeGreaterThan(day(workday).getTime());
      }),
    );
  });

  test('puts 0 on today, or on the Friday before a weekend, and all that is negative before today', () => {
    const friday = new Date('2026-11-20T00:00:00Z');
    expect(clockOf('Europe/Lisbon', new Date('2026-11-20T12:00:00Z')).day(0)).toEqual(friday);
    expect(clockOf('Europe/Lisbon', new Date('2026-11-21T12:00:00Z')).day(0)).toEqual(friday);
    expect(clockOf('Europe/Lisbon', new Date('2026-11-22T12:00:00Z')).day(1)).toEqual(new Date('2026-11-23T00:00:00Z'));
    fc.assert(
      fc.property(anyNow, anyZone, fc.integer({ min: -400, max: -1 }), (now, zone, workday) => {
        expect(clockOf(zone, now).at([workday, '23:59']).getTime()).toBeLessThan(now.getTime());
      }),
    );
  });

  test('counts in fives and sevens', () => {
    fc.assert(
      fc.property(anyNow, fc.integer({ min: -60, max: 60 }), (now, weeks) => {
        const { day } = clockOf('Europe/Lisbon', now);
        expect(day(5 * weeks)).toEqual(day(0, 7 * weeks));
      }),
    );
  });

  test('tells a moment on the clocks of the business, in summer and in winter', () => {
    const november = clockOf('America/New_York', new Date('2026-11-20T12:00:00Z'));
    expect(november.at([-1, '09:30'])).toEqual(new Date('2026-11-19T14:30:00Z'));
    expect(november.at([-40, '09:30'])).toEqual(new Date('2026-09-25T13:30:00Z'));
    fc.assert(
      fc.property(anyNow, anyZone, anyWorkday, (now, zone, workday) => {
        const { at, day } = clockOf(zone, now);
        expect(dayOf(at([workday, '12:00']), zone)).toBe(day(workday).toISOString().slice(0, 10));
      }),
    );
  });

  test('has its own today in each time zone', () => {
    const now = new Date('2026-11-19T23:30:00Z');
    expect(clockOf('Pacific/Kiritimati', now).day(0)).toEqual(new Date('2026-11-20T00:00:00Z'));
    expect(clockOf('America/New_York', now).day(0)).toEqual(new Date('2026-11-19T00:00:00Z'));
  });
});
