import { describe, expect, it } from 'vitest';
import { addDays, calendarDate, endsBeforeStart, fromColumn, toColumn, today } from '@/lib/dates';

describe('a calendar date', () => {
  it.each(['2026-02-28', '2024-02-29', '1900-01-01', '2199-12-31'])('%s is one', (day) => {
    expect(calendarDate.parse(day)).toBe(day);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-1-1',
    '01.02.2026',
    '2026-02-28T00:00:00Z',
    '',
    '1899-12-31',
    '2200-01-01',
  ])('“%s” is none', (text) => {
    expect(calendarDate.safeParse(text).success).toBe(false);
  });

  it('goes to its column and comes back unchanged, in a time zone a day ahead', () => {
    expect(process.env.TZ).toBe('Pacific/Chatham');
    expect(toColumn('2026-03-29').toISOString()).toBe('2026-03-29T00:00:00.000Z');
    expect(fromColumn(toColumn('2026-03-29'))).toBe('2026-03-29');
    expect([toColumn(null), toColumn(undefined), fromColumn(null)]).toEqual([null, undefined, null]);
  });

  it('moves by days over months and leap years', () => {
    expect([addDays('2024-02-28', 1), addDays('2024-03-01', -1), addDays('2026-12-31', 14)]).toEqual([
      '2024-02-29',
      '2024-02-29',
      '2027-01-14',
    ]);
  });

  it.each(['2026-02-29', '20260201', '2026-02-01T00:00', '+002026-02-01', '2026-02-01[u-ca=hebrew]'])(
    '“%s” is refused before anything is reckoned with it',
    (text) => {
      expect(() => addDays(text, 1)).toThrow(RangeError);
      expect(() => toColumn(text)).toThrow(RangeError);
    },
  );

  it('is today in the zone that is asked for', () => {
    const far = [today('Pacific/Kiritimati'), today('Pacific/Pago_Pago')];
    expect(far[0]).not.toBe(far[1]);
  });

  it('ends before it starts only where both ends are known', () => {
    expect(endsBeforeStart('2026-02-02', '2026-02-01')).toBe(true);
    expect(endsBeforeStart('2026-02-01', '2026-02-01')).toBe(false);
    expect(endsBeforeStart(null, '2026-02-01')).toBe(false);
    expect(endsBeforeStart('2026-02-01', undefined)).toBe(false);
  });
});
