import { Temporal } from 'temporal-polyfill';
import { instantIn } from '@/lib/calendar';
import { dayNumber, dayOf } from '@/lib/format';

/** Working days before (−) or after (+) today, about 21 to a month; 0 is today, or on a weekend the Friday before. */
export type Workday = number;

/** A moment of a working day on the business's clock. */
export type Moment = readonly [day: Workday, time: `${number}:${number}`];

/** Tells when things of the demo happened, so that it looks alive on whatever day it is planted. */
export type Clock = {
  /** The calendar date of a working day (as Prisma wants it: midnight UTC), `later` calendar days on. */
  day: (workday: Workday, later?: number) => Date;
  at: (moment: Moment) => Date;
};

const dayLength = 86_400_000;

/** The clock of a business in `timeZone`, on which the instant `now` is today. */
export function clockOf(timeZone: string, now: Date): Clock {
  const today = lastWorkday(dayNumber(dayOf(now, timeZone)));
  const day = (workday: Workday, later = 0) => new Date((addWorkdays(today, workday) + later) * dayLength);
  const at = ([workday, time]: Moment) =>
    instantIn(Temporal.PlainDateTime.from(`${dayOf(day(workday), 'UTC')}T${time}`), timeZone);
  return { day, at };
}

// Days are counted from Thursday 1 January 1970, so Monday is day 4 and weeks begin there.
const weekdayOf = (day: number) => (((day - 4) % 7) + 7) % 7;
const lastWorkday = (day: number) => day - Math.max(0, weekdayOf(day) - 4);

function addWorkdays(from: number, workdays: Workday): number {
  const fromMonday = weekdayOf(from) + workdays;
  const weeks = Math.floor(fromMonday / 5);
  return from - weekdayOf(from) + 7 * weeks + (fromMonday - 5 * weeks);
}
