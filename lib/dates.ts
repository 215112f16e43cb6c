import { z } from 'zod';
import { type Day, dayLength, utcDay, utcMidnight } from '@/lib/calendar';
import { isDayInBounds, isInstantInBounds } from '@/lib/date-bounds';
import { dayOf } from '@/lib/format';

/** A calendar date of an input, `YYYY-MM-DD`, from 1900 to 2199. */
export const calendarDate = z.iso.date().refine(isDayInBounds, 'dateBounds');

/** An instant of an input in ISO 8601 with `Z` or an offset, in the years 1900 to 2199. */
export const instant = z.iso
  .datetime({ offset: true })
  .refine((text) => isInstantInBounds(new Date(text)), 'dateBounds');

/** The current date in a tenant's time zone. */
export function today(timeZone: string): Day {
  return dayOf(new Date(), timeZone);
}

/** The date some days later, or earlier when `days` is negative. Throws RangeError for a text that is no date. */
export function addDays(day: Day, days: number): Day {
  return utcDay(new Date(utcMidnight(day).getTime() + days * dayLength));
}

/** The value of a `date` column for Prisma: midnight in UTC. Null stays null, and undefined (unchanged) undefined. */
export function toColumn<T extends Day | null | undefined>(day: T): Date | Exclude<T, Day> {
  // The compiler does not narrow T by the test of its value.
  return typeof day === 'string' ? utcMidnight(day) : (day as Exclude<T, Day>);
}

/** Converts Prisma's value of a `date` column to a calendar date. */
export function fromColumn(date: Date): Day;
export function fromColumn(date: Date | null): Day | null;
export function fromColumn(date: Date | null): Day | null {
  return date === null ? null : dayOf(date, 'UTC');
}

/** Whether both dates are known and the end lies before the start. */
export function endsBeforeStart(start: Day | null | undefined, end: Day | null | undefined): boolean {
  return !!start && !!end && end < start;
}
