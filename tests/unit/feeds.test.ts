import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type FeedEvent, folded, toCalendar } from '@/lib/feeds/rule';

const event = (wishes: Partial<FeedEvent> = {}): FeedEvent => ({
  ...{ uid: 'phase-1@portal.example', sequence: 0, from: '2026-12-30', to: '2026-12-31', title: 'Roof', place: null },
  ...{ url: 'https://portal.example/client/projects/1', changedAt: new Date('2026-11-30T10:20:30.456Z'), ...wishes },
});

/** The events of a calendar as a second library reads them. */
const readBack = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((of) => new ICAL.Event(of));

describe('a calendar', () => {
  it('has whole days with an exclusive end, over the end of a year', () => {
    const text = toCalendar('Harbor & Pine', [event()]);
    expect(text).toContain('\r\nDTSTART;VALUE=DATE:20261230\r\nDTEND;VALUE=DATE:20270101\r\n');
    expect(text).toContain('\r\nDTSTAMP:20261130T102030Z\r\n');
    const [read] = readBack(text);
    expect([read?.startDate.isDate, read?.startDate.toString(), read?.endDate.toString()]).toEqual([
      ...[true, '2026-12-30', '2027-01-01'],
    ]);
  });

  it('folds lines at 75 octets without cutting a character', () => {
    const title = `${'x'.repeat(66)}üüü${'😀'.repeat(40)}`;
    const text = toCalendar('Ö', [event({ title })]);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain('\uFFFD');
    }
    expect(readBack(text)[0]?.summary).toBe(title);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (line) => {
        const parts = folded(line).split('\r\n ');
        return parts.join('') === line && parts.every((part, at) => Buffer.byteLength(part) + (at ? 1 : 0) <= 75);
      }),
    );
  });

  it('says any text to another reader', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }), (typed) => {
        // The portal keeps no control characters in names.
        const title = typed.replace(/\p{Cc}/gu, ' ');
        return readBack(toCalendar('x', [event({ title })]))[0]?.summary === title;
      }),
    );
    const title = 'Walls; roof, \\ and\nmore';
    expect(readBack(toCalendar('x', [event({ title, place: 'Rua A, 1' })]))[0]).toMatchObject({
      summary: title,
      location: 'Rua A, 1',
    });
  });
});
