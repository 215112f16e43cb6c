// The years of every date and instant: a check on each column of the database has the same bounds. Browser code may import this.

/** The first calendar date that is accepted. */
export const firstDay = '1900-01-01';

/** The first calendar date that is no longer accepted. */
const endOfDays = '2200-01-01';

const [first, end] = [Date.parse(firstDay), Date.parse(endOfDays)];

/** Whether a calendar date `YYYY-MM-DD` lies in the years 1900 to 2199. */
export const isDayInBounds = (day: string): boolean => day >= firstDay && day < endOfDays;

/** Whether an instant lies in the years 1900 to 2199 of UTC; false for an invalid Date. */
export const isInstantInBounds = (at: Date): boolean => at.getTime() >= first && at.getTime() < end;
