import 'server-only';
import { Temporal } from 'temporal-polyfill';

/** A calendar date, `YYYY-MM-DD`, which belongs to no time zone. */
export type Day = string;

/** The day as Temporal's date. Throws RangeError with the text in its message for anything but a calendar date `YYYY-MM-DD`. */
export function plainDate(day: Day): Temporal.PlainDate {
  try {
    const date = Temporal.PlainDate.from(day);
    if (date.toString() === day) return date;
  } catch {
    // Temporal's own message does not contain the text.
  }
  throw new RangeError(`Not a calendar date: ${day}`);
}

/** The calendar date and wall time in a zone at an instant. */
export function inZone(at: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
}

/** The wall time in a zone, `YYYY-MM-DDTHH:MM:SS`, as a field of a form takes it. */
export function localTimeOf(at: Date, timeZone: string): string {
  return inZone(at, timeZone).toPlainDateTime().toString({ smallestUnit: 'second' });
}

/** The instant of a wall time in a zone. A time that summer time skips is read as if it were not skipped. */
export function instantIn(local: Temporal.PlainDateTime, timeZone: string): Date {
  return new Date(local.toZonedDateTime(timeZone).epochMilliseconds);
}

/** The milliseconds of a day of UTC, which has no change of clocks. */
export const dayLength = 86_400_000;

/**
 * Midnight in UTC, the form in which Intl and Prisma expect a date without a zone. Throws RangeError as plainDate does. A page asks
 * for hundreds: by JavaScript's own dates they take a hundredth of Temporal's time.
 */
export function utcMidnight(day: Day): Date {
  const date = new Date(`${day}T00:00:00Z`);
  // JavaScript reads 31 February as 3 March.
  if (Number.isNaN(date.getTime()) || utcDay(date) !== day) throw new RangeError(`Not a calendar date: ${day}`);
  return date;
}

/** The calendar date of an instant in UTC. Throws RangeError for an invalid Date. */
export function utcDay(at: Date): Day {
  return at.toISOString().replace(/T.*/, '');
}
