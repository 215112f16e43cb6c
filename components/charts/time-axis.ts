import { type Day, plainDate } from '@/lib/calendar';
import { dayNumber } from '@/lib/format';

export type TimeAxis = {
  /** Position of a day in percent of the width; clamped to the axis. */
  at: (day: Day) => number;
  /** First days of months, thinned out so that their labels fit. */
  ticks: Day[];
  /** First day of the axis; `last` is the exclusive end. */
  first: Day;
  last: Day;
};

const steps = [1, 2, 3, 6, 12, 24, 60, 120];

/**
 * Builds an axis of whole months around the given dates, at least one month long, with at most `maxTicks` labelled
 * months. Returns null when there are no dates.
 */
export function timeAxis(days: readonly Day[], maxTicks = 8): TimeAxis | null {
  const sorted = [...days].sort();
  const [earliest, latest] = [sorted.at(0), sorted.at(-1)];
  if (!earliest || !latest) return null;
  const first = `${earliest.slice(0, 7)}-01`;
  const last = addMonths(`${latest.slice(0, 7)}-01`, 1);
  const start = dayNumber(first);
  const length = dayNumber(last) - start;
  const months = monthsBetween(first, last);
  const step = steps.find((size) => months / size <= maxTicks) ?? 240;
  const ticks = Array.from({ length: Math.ceil(months / step) }, (_, index) => addMonths(first, index * step));
  const share = (day: Day) => Math.min(1, Math.max(0, (dayNumber(day) - start) / length));
  return { at: (day) => Math.round(share(day) * 10_000) / 100, ticks, first, last };
}

function addMonths(day: Day, months: number): Day {
  return plainDate(day).add({ months }).toString();
}

function monthsBetween(from: Day, to: Day): number {
  return plainDate(from).until(plainDate(to), { largestUnit: 'month' }).months;
}
