import 'server-only';
import { type Day, dayLength, inZone, utcDay, utcMidnight } from '@/lib/calendar';
import { formatDecimal, kept, orElse } from '@/lib/intl';
import { type Minor, toDecimal } from '@/lib/money';

export type { Day } from '@/lib/calendar';
// Browser code imports these from lib/intl.ts: the functions below need libraries that stay on the server.
export {
  formatFileSize,
  formatInstant,
  formatMinutes,
  formatNumber,
  formatPercent,
  gigabyte,
  type Reader,
} from '@/lib/intl';

/**
 * An amount in a currency, with the decimals of ISO 4217. Exact at any size: the digits are passed to Intl as text, never as
 * a float.
 */
export function formatMoney(
  amount: Minor,
  currency: string,
  locale: string,
  signDisplay: 'auto' | 'always' | 'exceptZero' = 'auto',
): string {
  return formatDecimal(toDecimal(amount, currency), currency, locale, signDisplay);
}

const dayStyles = {
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  dayMonth: { day: 'numeric', month: 'long' },
  month: { month: 'long', year: 'numeric' },
} as const;
export type DayStyle = keyof typeof dayStyles;

/**
 * A calendar date in words; parsed and formatted in UTC, so no zone can shift it. A text that is no date is returned as it
 * is: one wrong value must not take down a page.
 */
export function formatDay(day: Day, locale: string, style: DayStyle = 'medium'): string {
  const format = kept(Intl.DateTimeFormat, locale, { ...dayStyles[style], timeZone: 'UTC' });
  return orElse(
    () => format.format(utcMidnight(day)),
    () => day,
  );
}

/** A range of calendar dates that shows shared parts once: “2 – 10 Apr 2026”. */
export function formatDays(from: Day, to: Day, locale: string, style: DayStyle = 'medium'): string {
  const format = kept(Intl.DateTimeFormat, locale, { ...dayStyles[style], timeZone: 'UTC' });
  return orElse(
    () => format.formatRange(utcMidnight(from), utcMidnight(to)),
    () => `${formatDay(from, locale, style)} – ${formatDay(to, locale, style)}`,
  );
}

/** The calendar date that an instant falls on in a zone. The empty text for an invalid Date, or one at the end of its range. */
export function dayOf(at: Date, timeZone: string): Day {
  return orElse(
    () => (timeZone === 'UTC' ? utcDay(at) : inZone(at, timeZone).toPlainDate().toString()),
    () => '',
  );
}

/**
 * The distance of a date from today: “yesterday”, “in 3 weeks”. Switches the unit at 14 days, 8 weeks, 23 months. A text that
 * is no date is returned as it is.
 */
export function formatDistance(day: Day, today: Day, locale: string): string {
  return orElse(
    () => distance(daysBetween(today, day), locale),
    () => day,
  );
}

function distance(days: number, locale: string): string {
  const far = Math.abs(days);
  const words = kept(Intl.RelativeTimeFormat, locale, { numeric: 'auto' });
  if (far < 14) return words.format(days, 'day');
  if (far < 56) return words.format(Math.round(days / 7), 'week');
  if (far < 700) return words.format(Math.round(days / 30.44), 'month');
  return words.format(Math.round(days / 365.25), 'year');
}

/** Whole days from one calendar date to another; negative when `to` is earlier. Throws RangeError for a text that is no date. */
export function daysBetween(from: Day, to: Day): number {
  return (utcMidnight(to).getTime() - utcMidnight(from).getTime()) / dayLength;
}

/** Days since 1970-01-01. Throws RangeError for an invalid calendar date, such as 31 February. */
export function dayNumber(day: Day): number {
  return daysBetween('1970-01-01', day);
}
