import { Temporal } from 'temporal-polyfill';
import { instantIn } from '@/lib/calendar';
import { dayNumber, dayOf } from '@/lib/format';

/** A workday of the story calendar, such as '2026-06-18'. */
export type StoryDay = string;

/** A time on a workday of the story calendar, such as '2026-06-18 17:05'. */
export type StoryMoment = string;

/**
 * The date at which every story is told, a Friday. The seed moves all dates by the number of workdays between it and the
 * real today: '2026-06-18' becomes the last workday before the seed runs, so the demo is up to date on any day.
 */
export const storyToday: StoryDay = '2026-06-19';

/** Turns dates and times of the story calendar into real ones. Throws RangeError for texts that are no workday or time. */
export type Clock = {
  /** The real calendar date, as midnight UTC, plus `daysLater` calendar days. */
  day: (day: StoryDay, daysLater?: number) => Date;
  /** The real instant on the clocks of the tenant's time zone. */
  at: (moment: StoryMoment) => Date;
};

const dayLength = 86_400_000; // milliseconds

/** The clock of a tenant in `timeZone`. The real today is the date of `now` there, or the Friday before a weekend. */
export function clockOf(timeZone: string, now: Date): Clock {
  const date = dayNumber(dayOf(now, timeZone));
  const today = date - Math.max(0, weekdayOf(date) - 4);
  const day = (storyDay: StoryDay, daysLater = 0) =>
    new Date((addWorkdays(today, workdayOffset(storyDay)) + daysLater) * dayLength);
  return {
    day,
    at: (moment) => {
      const [, storyDay, time] = /^(\d{4}-\d\d-\d\d) ((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(moment) ?? [];
      if (!storyDay || !time) throw new RangeError(`"${moment}" is not a moment such as "${storyToday} 17:05"`);
      const date = day(storyDay).toISOString().slice(0, 10);
      return instantIn(Temporal.PlainDateTime.from(`${date}T${time}`), timeZone);
    },
  };
}

/** Workdays from the story's today to a day of its calendar: negative for the past. Throws RangeError for a weekend. */
export function workdayOffset(day: StoryDay): number {
  const number = dayNumber(day);
  if (weekdayOf(number) > 4) throw new RangeError(`"${day}" is on a weekend; stories have workdays only`);
  return workdaysOf(number) - workdaysOf(dayNumber(storyToday));
}

/** All workdays of the story calendar from `first` to `last`, both included. */
export function workdaysBetween(first: StoryDay, last: StoryDay): StoryDay[] {
  const from = workdayOffset(first);
  const count = Math.max(0, workdayOffset(last) - from + 1);
  return Array.from({ length: count }, (_, index) => dateOf(addWorkdays(dayNumber(first), index)));
}

// Days are counted from Thursday 1 January 1970, so Monday is day 4. Monday has weekday 0.
const weekdayOf = (day: number) => (((day - 4) % 7) + 7) % 7;
const workdaysOf = (day: number) => 5 * Math.floor((day - 4) / 7) + weekdayOf(day);
const dateOf = (day: number): StoryDay => new Date(day * dayLength).toISOString().slice(0, 10);

function addWorkdays(from: number, workdays: number): number {
  const fromMonday = weekdayOf(from) + workdays;
  const weeks = Math.floor(fromMonday / 5);
  return from - weekdayOf(from) + 7 * weeks + (fromMonday - 5 * weeks);
}
