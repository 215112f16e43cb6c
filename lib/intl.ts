// The formatting that browser code may import; it needs Intl only. Money and calendar dates are in lib/format.ts.

/** The reader's language and the tenant's time zone, by which texts are formatted. */
export type Reader = { locale: string; timeZone: string };

type Kept = Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat | Intl.ListFormat;

const cache = new Map<string, Kept>();

/** Caches Intl formatters: they are costly to make, and languages, zones and currencies are few. */
export function kept<F extends Kept>(
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

/** `0.72` → “72 %” in the reader's language; at most `digits` decimals. */
export function formatPercent(share: number, locale: string, digits = 0): string {
  return kept(Intl.NumberFormat, locale, { style: 'percent', maximumFractionDigits: digits }).format(share);
}

/** “a, b and c” in the reader's language. */
export function formatList(parts: readonly string[], locale: string): string {
  return kept(Intl.ListFormat, locale, { type: 'conjunction' }).format(parts);
}

export function formatNumber(value: number | bigint, locale: string, digits = 2): string {
  return kept(Intl.NumberFormat, locale, { maximumFractionDigits: digits }).format(value);
}

/** Counting of a list stops above this number, so that a page costs the same for a business of any size. */
export const mostCounted = 1000;

/** A number that was counted up to one above `mostCounted`: 1,001 → “1,000+”. */
export function formatCount(count: number, locale: string): string {
  return count > mostCounted ? `${formatNumber(mostCounted, locale)}+` : formatNumber(count, locale);
}

/** An amount as a decimal with all decimals of its currency, in words of the reader's language. */
export function formatDecimal(
  decimal: string,
  currency: string,
  locale: string,
  signDisplay: 'auto' | 'always' | 'exceptZero' = 'auto',
): string {
  const digits = decimal.split('.')[1]?.length ?? 0;
  // Intl takes a numeric text and formats it exactly; its type does not know which text is one.
  return kept(Intl.NumberFormat, locale, {
    ...{ style: 'currency', currency, signDisplay },
    ...{ minimumFractionDigits: digits, maximumFractionDigits: digits },
  }).format(decimal as `${number}`);
}

/** Minutes of work: 95 → “1h 35m”, in German “1 h 35 min”, where CLDR's narrow units are “1h 35 Min.”. */
export function formatMinutes(minutes: number, locale: string): string {
  const symbols = { hour: 'h', minute: 'min' };
  const unit = (name: 'hour' | 'minute', value: number) =>
    locale.startsWith('de')
      ? `${formatNumber(value, locale)}\u00A0${symbols[name]}`
      : kept(Intl.NumberFormat, locale, { style: 'unit', unit: name, unitDisplay: 'narrow' }).format(value);
  const sign = minutes < 0 ? -1 : 1;
  const hours = Math.trunc(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  if (hours === 0) return unit('minute', sign * rest);
  return rest === 0 ? unit('hour', sign * hours) : `${unit('hour', sign * hours)} ${unit('minute', rest)}`;
}

/** A span of time in its largest unit, rounded down: 95 minutes → “1 hour”, 4,000 → “2 days”. */
export function formatSpan(minutes: number, locale: string): string {
  const unit = minutes < 60 ? 'minute' : minutes < 48 * 60 ? 'hour' : 'day';
  const value = Math.floor(minutes / (unit === 'minute' ? 1 : unit === 'hour' ? 60 : 24 * 60));
  return kept(Intl.NumberFormat, locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** Bytes of a decimal gigabyte, the unit of formatFileSize. */
export const gigabyte = 10 ** 9;

const sizeUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A file's size in decimal units, as in file managers and phones. */
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

const instantStyles = {
  date: { dateStyle: 'medium' },
  time: { timeStyle: 'short' },
  'date-time': { dateStyle: 'medium', timeStyle: 'short' },
} as const;

/** The result of `work`, or of `otherwise` where a value is out of range. */
export function orElse<T>(work: () => T, otherwise: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return otherwise();
    throw error;
  }
}

/** An instant in the reader's time zone; a dash for an invalid Date. */
export function formatInstant(
  at: Date,
  { locale, timeZone }: Reader,
  style: keyof typeof instantStyles = 'date-time',
): string {
  const format = kept(Intl.DateTimeFormat, locale, { ...instantStyles[style], timeZone });
  return orElse(
    () => format.format(at),
    () => '–',
  );
}
