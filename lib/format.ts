import { type Minor, toDecimal } from '@/lib/money';

/** What a text is shown with: the reader's language and the business's time zone. */
export type Reader = { locale: string; timeZone: string };

/** A calendar date, `YYYY-MM-DD`, which belongs to no time zone. */
export type Day = string;

const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>();

/** Intl formatters are costly to make and cheap to keep; languages, zones and currencies are few. */
function kept<F extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>(
  make: new (locale: string, options: Record<string, string | number | boolean>) => F,
  locale: string,
  options: Record<string, string | number | boolean>,
): F {
  const key = `${make.name} ${locale} ${JSON.stringify(options)}`;
  const found = cache.get(key);
  if (found instanceof make) return found;
  const made = new make(locale, options);
  cache.set(key, made);
  return made;
}

/** An amount in a currency. Exact at any size: the digits reach Intl as text and never become a float. */
export function formatMoney(
  amount: Minor,
  currency: string,
  locale: string,
  signDisplay: 'auto' | 'always' | 'exceptZero' = 'auto',
): string {
  // Intl's type wants proof that the text is a number, which toDecimal guarantees.
  const decimal = toDecimal(amount, currency) as `${number}`;
  return kept(Intl.NumberFormat, locale, { style: 'currency', currency, signDisplay }).format(decimal);
}

/** `0.72` → “72 %” in the reader's way; at most `digits` decimals. */
export function formatPercent(share: number, locale: string, digits = 0): string {
  return kept(Intl.NumberFormat, locale, { style: 'percent', maximumFractionDigits: digits }).format(share);
}

export function formatNumber(value: number | bigint, locale: string, digits = 2): string {
  return kept(Intl.NumberFormat, locale, { maximumFractionDigits: digits }).format(value);
}

/** Minutes of work: 95 → “1h 35m”. */
export function formatMinutes(minutes: number, locale: string): string {
  const unit = (name: 'hour' | 'minute', value: number) =>
    kept(Intl.NumberFormat, locale, { style: 'unit', unit: name, unitDisplay: 'narrow' }).format(value);
  const sign = minutes < 0 ? -1 : 1;
  const hours = Math.trunc(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  if (hours === 0) return unit('minute', sign * rest);
  return rest === 0 ? unit('hour', sign * hours) : `${unit('hour', sign * hours)} ${unit('minute', rest)}`;
}

/** Bytes, in decimal as below. */
export const gigabyte = 10 ** 9;

const sizeUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A file's size in decimal units, as file managers and phones count. */
export function formatFileSize(bytes: number, locale: string): string {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), sizeUnits.length - 1);
  const value = bytes / 1000 ** step;
  return kept(Intl.NumberFormat, locale, {
    style: 'unit',
    unit: sizeUnits[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step === 0 || value >= 100 ? 0 : 1,
  }).format(value);
}

const dayStyles = {
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
} as const;
export type DayStyle = keyof typeof dayStyles;

/** A calendar date in words; read as UTC and written as UTC, so no zone can shift it. */
export function formatDay(day: Day, locale: string, style: DayStyle = 'medium'): string {
  return kept(Intl.DateTimeFormat, locale, { ...dayStyles[style], timeZone: 'UTC' }).format(
    new Date(dayNumber(day) * 86_400_000),
  );
}

const instantStyles = {
  date: { dateStyle: 'medium' },
  time: { timeStyle: 'short' },
  'date-time': { dateStyle: 'medium', timeStyle: 'short' },
} as const;

/** From one calendar date to another, saying once what both share: “2 – 10 Apr 2026”. */
export function formatDays(from: Day, to: Day, locale: string, style: DayStyle = 'medium'): string {
  const [start, end] = [from, to].map((day) => new Date(dayNumber(day) * 86_400_000));
  return kept(Intl.DateTimeFormat, locale, { ...dayStyles[style], timeZone: 'UTC' }).formatRange(
    start as Date,
    end as Date,
  );
}

/** An instant on the business's clock. */
export function formatInstant(
  at: Date,
  { locale, timeZone }: Reader,
  style: keyof typeof instantStyles = 'date-time',
): string {
  return kept(Intl.DateTimeFormat, locale, { ...instantStyles[style], timeZone }).format(at);
}

/** The calendar date that an instant falls on in a zone. */
export function dayOf(at: Date, timeZone: string): Day {
  return kept(Intl.DateTimeFormat, 'sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** How far a date is from today, in the words people use: “yesterday”, “in 3 weeks”. Switches unit at 14 days, 8 weeks, 23 months. */
export function formatDistance(day: Day, today: Day, locale: string): string {
  const days = daysBetween(today, day);
  const far = Math.abs(days);
  const words = kept(Intl.RelativeTimeFormat, locale, { numeric: 'auto' });
  if (far < 14) return words.format(days, 'day');
  if (far < 56) return words.format(Math.round(days / 7), 'week');
  if (far < 700) return words.format(Math.round(days / 30.44), 'month');
  return words.format(Math.round(days / 365.25), 'year');
}

/** Whole days from one calendar date to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Days since 1970-01-01. Throws RangeError for what is not a calendar date, 31 February included. */
export function dayNumber(day: Day): number {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day)
    throw new RangeError(`Not a calendar date: ${day}`);
  return at.getTime() / 86_400_000;
}
