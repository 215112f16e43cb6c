import 'server-only';
import { Temporal } from 'temporal-polyfill';

/** A calendar date, `YYYY-MM-DD`, which belongs to no time zone. */
export type Day = string;

/** A day to reckon with. Throws RangeError for what is not a calendar date written `YYYY-MM-DD`, 31 February included. */
export function plainDate(day: Day): Temporal.PlainDate {
  const date = Temporal.PlainDate.from(day);
  if (date.toString() !== day) throw new RangeError(`Not a calendar date: ${day}`);
  return date;
}

/** What calendar and clock show in a zone at an instant. */
export function inZone(at: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
}

/** The instant when clocks in the zone show a wall time. An hour that summer time skips is read as if it were not skipped. */
export function instantIn(local: Temporal.PlainDateTime, timeZone: string): Date {
  return new Date(local.toZonedDateTime(timeZone).epochMilliseconds);
}

/** Midnight in UTC, as Intl and Prisma want a date that belongs to no zone. Throws RangeError as above. */
export function utcMidnight(day: Day): Date {
  return instantIn(plainDate(day).toPlainDateTime(), 'UTC');
}
