import { afterEach, describe, expect, it, vi } from 'vitest';
import { today } from '@/lib/dates';
import { isOverdue, paymentStatusOf } from '@/lib/invoices/rule';

afterEach(() => {
  vi.useRealTimers();
});

/** How an invoice with something open stands at an instant for a business in a zone. */
function standsAt(instant: string, timeZone: string, dueOn: string) {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(instant) });
  const open = { status: 'issued' as const, openMinor: 1n, paidMinor: 0n, dueOn };
  return isOverdue(open, today(timeZone)) ? 'overdue' : paymentStatusOf(open);
}

describe('an invoice', () => {
  // The last second of the due date and the first of the next, on the clock of the business.
  it.each([
    ['Lisbon in winter', 'Europe/Lisbon', '2026-01-15', '2026-01-15T23:59:59Z', '2026-01-16T00:00:00Z'],
    ['Lisbon in summer', 'Europe/Lisbon', '2026-07-15', '2026-07-15T22:59:59Z', '2026-07-15T23:00:00Z'],
    [
      'Lisbon, the day before summer time',
      'Europe/Lisbon',
      '2026-03-28',
      '2026-03-28T23:59:59Z',
      '2026-03-29T00:00:00Z',
    ],
    ['Lisbon, the day of 23 hours', 'Europe/Lisbon', '2026-03-29', '2026-03-29T22:59:59Z', '2026-03-29T23:00:00Z'],
    ['Lisbon, the day of 25 hours', 'Europe/Lisbon', '2026-10-25', '2026-10-25T23:59:59Z', '2026-10-26T00:00:00Z'],
    ['Auckland in winter', 'Pacific/Auckland', '2026-07-15', '2026-07-15T11:59:59Z', '2026-07-15T12:00:00Z'],
    ['Auckland in summer', 'Pacific/Auckland', '2026-01-15', '2026-01-15T10:59:59Z', '2026-01-15T11:00:00Z'],
    ['Auckland, the day of 25 hours', 'Pacific/Auckland', '2026-04-05', '2026-04-05T11:59:59Z', '2026-04-05T12:00:00Z'],
    ['Auckland, the day of 23 hours', 'Pacific/Auckland', '2026-09-27', '2026-09-27T10:59:59Z', '2026-09-27T11:00:00Z'],
    ['Honolulu', 'Pacific/Honolulu', '2026-03-29', '2026-03-30T09:59:59Z', '2026-03-30T10:00:00Z'],
    [
      'Honolulu at the end of the year',
      'Pacific/Honolulu',
      '2026-12-31',
      '2027-01-01T09:59:59Z',
      '2027-01-01T10:00:00Z',
    ],
  ])('is unpaid to the end of its due date, and overdue from midnight on: %s', (_, zone, dueOn, last, first) => {
    expect(standsAt(last, zone, dueOn)).toBe('unpaid');
    expect(standsAt(first, zone, dueOn)).toBe('overdue');
  });
});
