import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutesByDay } from '@/lib/time/timers/rule';
import { weekRows } from '@/lib/time/weeks/rule';

const at = (text: string) => new Date(text);

describe('the minutes of a timer', () => {
  it('are those that passed, rounded, on the date in the zone of the business', () => {
    expect(minutesByDay(at('2026-11-30T09:00:00Z'), at('2026-11-30T10:29:31Z'), 'Europe/Lisbon')).toEqual([
      { day: '2026-11-30', minutes: 90 },
    ]);
    expect(minutesByDay(at('2026-11-30T11:30:00Z'), at('2026-11-30T11:45:00Z'), 'Pacific/Auckland')).toEqual([
      { day: '2026-12-01', minutes: 15 },
    ]);
  });

  it('are one at least', () => {
    expect(minutesByDay(at('2026-11-30T09:00:00Z'), at('2026-11-30T09:00:10Z'), 'UTC')).toEqual([
      { day: '2026-11-30', minutes: 1 },
    ]);
  });

  it('are cut at midnight', () => {
    expect(minutesByDay(at('2026-12-31T22:00:00Z'), at('2027-01-01T01:15:00Z'), 'Europe/Lisbon')).toEqual([
      { day: '2026-12-31', minutes: 120 },
      { day: '2027-01-01', minutes: 75 },
    ]);
  });

  it('of a day on which the clock changes are 23 or 25 hours', () => {
    const whole = (from: string, to: string) => minutesByDay(at(from), at(to), 'Europe/Lisbon');
    expect(whole('2026-10-24T23:00:00Z', '2026-10-26T00:00:00Z')).toEqual([{ day: '2026-10-25', minutes: 1500 }]);
    expect(whole('2026-03-29T00:00:00Z', '2026-03-29T23:00:00Z')).toEqual([{ day: '2026-03-29', minutes: 1380 }]);
  });

  it('in all are those that passed, whatever the zone', () => {
    const zones = ['Europe/Lisbon', 'Pacific/Auckland', 'America/St_Johns', 'Pacific/Chatham', 'UTC'];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3 * 365 * 1440 }),
        fc.integer({ min: 1, max: 4 * 1440 }),
        fc.constantFrom(...zones),
        (start, length, zone) => {
          const from = new Date(Date.UTC(2024, 0, 1) + start * 60_000);
          const days = minutesByDay(from, new Date(from.getTime() + length * 60_000), zone);
          expect(days.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(length);
          expect(days.every(({ day }, index) => index === 0 || day > (days[index - 1]?.day ?? ''))).toBe(true);
        },
      ),
    );
  });
});

describe('the rows of a week', () => {
  const entry = (wishes: object) => ({
    ...{ id: 'a', projectId: 'p', projectName: 'House', workedOn: '2026-11-23', minutes: 60, description: 'Roof' },
    ...{ billable: true, isBilled: false },
    ...wishes,
  });

  it('have a cell for each day; billed cells and those of several entries are fixed', () => {
    const rows = weekRows(
      [
        ...[entry({}), entry({ id: 'b', workedOn: '2026-11-24', isBilled: true })],
        ...[entry({ id: 'c', workedOn: '2026-11-29' }), entry({ id: 'd', workedOn: '2026-11-29', minutes: 30 })],
        entry({ id: 'e', description: 'Attic' }),
      ],
      '2026-11-23',
    );
    expect(rows.map(({ description }) => description)).toEqual(['Attic', 'Roof']);
    expect(rows[1]?.days).toEqual([
      { id: 'a', minutes: 60, isFixed: false },
      { id: null, minutes: 60, isFixed: true },
      ...[1, 2, 3, 4].map(() => ({ id: null, minutes: 0, isFixed: false })),
      { id: null, minutes: 90, isFixed: true },
    ]);
  });
});
