// Decisions about hours, on plain values. Browser code may import this.

/** What clients see of the hours of a project: all of each entry, dates and minutes without person and description, or nothing. */
export const hoursShown = ['entries', 'totals', 'hidden'] as const;

/** Minutes of the longest day of one person. */
export const longestDay = 1440;

const units = { hour: 'h|hrs?|hours?|std\\.?|stunden?', minute: 'm|mins?|minutes?|minuten?' };
const number = '(\\d{1,4}(?:[.,]\\d{1,4})?)';
const clock = /^(\d{1,3}):([0-5]\d)$/;
const hoursAndMinutes = new RegExp(`^(\\d{1,3})\\s*(?:${units.hour})\\s*(\\d{1,2})\\s*(?:${units.minute})?$`, 'i');
const onlyHours = new RegExp(`^${number}\\s*(?:${units.hour})$`, 'i');
const onlyMinutes = new RegExp(`^(\\d{1,4})\\s*(?:${units.minute})$`, 'i');

/**
 * Minutes of a duration as people type it: `1:30`, `1.5`, `1,5`, `1h 30`, `1h30m`, `2 Std.`, `90m`, `90`. A number without a unit is
 * hours up to 24 and minutes above; parts of a minute are rounded half up. Null for anything else, and for less than a minute
 * or more than a day.
 */
export function parseDuration(typed: string): number | null {
  const minutes = minutesOf(typed.trim());
  return minutes === null || minutes < 1 || minutes > longestDay ? null : minutes;
}

function minutesOf(text: string): number | null {
  const pair = clock.exec(text) ?? hoursAndMinutes.exec(text);
  if (pair) return Number(pair[2]) > 59 ? null : Number(pair[1]) * 60 + Number(pair[2]);
  const minutes = onlyMinutes.exec(text);
  if (minutes) return Number(minutes[1]);
  const hours = onlyHours.exec(text)?.[1] ?? new RegExp(`^${number}$`).exec(text)?.[1];
  if (hours === undefined) return null;
  const value = Number(hours.replace(',', '.'));
  const isMinutes = /^\d+$/.test(text) && value > 24;
  return isMinutes ? value : Math.round(value * 60);
}

/** Minutes as a form shows them: `1:30`. The form reads it back to the same minutes. */
export function typedDuration(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Hours as a decimal of at most four digits, for spreadsheets: 90 minutes are `1.5`, 20 are `0.3333`. */
export function decimalHours(minutes: number): string {
  return String(Math.round((minutes / 60) * 10_000) / 10_000);
}

const words: Record<string, number> = { '': 0, today: 0, heute: 0, yesterday: 1, gestern: 1, vorgestern: 2 };
const weekdays = [
  ['mon', 'mo'],
  ['tue', 'di'],
  ['wed', 'mi'],
  ['thu', 'do'],
  ['fri', 'fr'],
  ['sat', 'sa'],
  ['sun', 'so'],
] as const;
const weekdayNames = [
  ['monday', 'montag'],
  ['tuesday', 'dienstag'],
  ['wednesday', 'mittwoch'],
  ['thursday', 'donnerstag'],
  ['friday', 'freitag'],
  ['saturday', 'samstag'],
  ['sunday', 'sonntag'],
] as const;

/**
 * The calendar date of a day as people type it: nothing or `today`, `yesterday`, `-2` (days ago), a weekday (the last one, today
 * included), `2026-11-30`, `30.11.2026`, `30.11.` or `30/11` (the last one that is not after today). Words in English and German.
 * Null for anything else and for dates that do not exist. `today` is the calendar date of the business.
 */
export function parseWorkday(typed: string, today: string): string | null {
  const text = typed.trim().toLowerCase();
  const ago = words[text] ?? (/^-\d{1,3}$/.test(text) ? Number(text.slice(1)) : undefined);
  if (ago !== undefined) return shifted(today, -ago);
  const weekday = weekdays.findIndex(
    (short, at) => short.some((name) => name === text) || weekdayNames[at]?.some((name) => name === text),
  );
  if (weekday >= 0) return shifted(today, -((weekdayOf(today) - weekday + 7) % 7));
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return existing(text);
  const parts = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{4})?)?$/.exec(text);
  if (!parts) return null;
  const [day = '', month = ''] = [parts[1], parts[2]].map((part) => part?.padStart(2, '0'));
  if (parts[3]) return existing(`${parts[3]}-${month}-${day}`);
  const year = Number(today.slice(0, 4));
  const recent = existing(`${year}-${month}-${day}`);
  return recent !== null && recent <= today ? recent : existing(`${year - 1}-${month}-${day}`);
}

/** Monday is 0. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  return shifted(day, -weekdayOf(day));
}

/** The date some days later; earlier where negative. */
export function shifted(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function existing(day: string): string | null {
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day ? null : day;
}

/** The largest parts first, the others folded into one without key and name. */
export function largestParts<
  P extends { key: string | null; name: string | null; minutes: number; count: number; billableMinutes: number },
>(parts: readonly P[], most: number): { shown: P[]; others: { minutes: number; count: number } | null } {
  const sorted = parts.toSorted((a, b) => b.minutes - a.minutes || (a.name ?? '').localeCompare(b.name ?? ''));
  if (sorted.length <= most) return { shown: sorted, others: null };
  const rest = sorted.slice(most - 1);
  const minutes = rest.reduce((sum, part) => sum + part.minutes, 0);
  return { shown: sorted.slice(0, most - 1), others: { minutes, count: rest.length } };
}

/** The spans of a chart without gaps: the given ones, and zero for each week or month between the first and the last. */
export function withoutGaps(
  spans: readonly { from: string; minutes: number }[],
  unit: 'week' | 'month',
): { from: string; minutes: number }[] {
  const minutesAt = new Map(spans.map(({ from, minutes }) => [from, minutes]));
  const [first, last] = [spans[0]?.from, spans.at(-1)?.from];
  if (first === undefined || last === undefined) return [];
  const found: { from: string; minutes: number }[] = [];
  for (let from = first; from <= last; from = unit === 'week' ? shifted(from, 7) : nextMonth(from))
    found.push({ from, minutes: minutesAt.get(from) ?? 0 });
  return found;
}

/** The first day of the month after that of a day. */
function nextMonth(day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

/** Spans that people ask for, by the calendar date of today in the business's zone. */
export const hourSpans = ['thisMonth', 'lastMonth', 'thisYear', 'all'] as const;

/** The first and last day of a named span; the present ones end with their month or year, `all` has neither. */
export function hourSpan(name: (typeof hourSpans)[number], today: string): { dateFrom?: string; dateTo?: string } {
  const year = today.slice(0, 4);
  const first = `${today.slice(0, 7)}-01`;
  if (name === 'thisMonth') return { dateFrom: first, dateTo: shifted(nextMonth(first), -1) };
  if (name === 'lastMonth') return { dateFrom: `${shifted(first, -1).slice(0, 7)}-01`, dateTo: shifted(first, -1) };
  return name === 'thisYear' ? { dateFrom: `${year}-01-01`, dateTo: `${year}-12-31` } : {};
}
