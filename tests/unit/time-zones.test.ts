import { describe, expect, it } from 'vitest';
import { timeZone } from '@/lib/fields';
import { timeZones, zoneNameOf } from '@/lib/time-zones';

describe('a time zone', () => {
  it.each([
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
    ['Asia/Ho_Chi_Minh', 'Asia/Ho_Chi_Minh'],
    ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['US/Pacific', 'America/Los_Angeles'],
    ['Europe/Oslo', 'Europe/Oslo'],
    [' europe/LISBON ', 'Europe/Lisbon'],
    ['Etc/UTC', 'UTC'],
    ['UTC', 'UTC'],
  ])('%s is accepted as %s', (name, today) => expect(timeZone.parse(name)).toBe(today));

  it.each(['Lisbon', '+01:00', '', 'Etc/Unknown', 'constructor', 'Mars/Olympus'])('%s is none', (name) => {
    expect(timeZone.safeParse(name).success).toBe(false);
  });

  it('is known to the runtime under every name that is offered, and offered under its name of today alone', () => {
    expect(timeZones.length).toBeGreaterThan(400);
    for (const name of timeZones) {
      expect(() => new Intl.DateTimeFormat('en', { timeZone: name }), name).not.toThrow();
      expect(zoneNameOf(name)).toBe(name);
    }
  });

  it('of the runtime’s list is accepted, whichever names it has', () => {
    const refused = Intl.supportedValuesOf('timeZone').filter((name) => zoneNameOf(name) === null);
    expect(refused).toEqual([]);
  });
});
