import type { Day } from '@/lib/calendar';
import { endsBeforeStart } from '@/lib/dates';

/** Spans that people ask for, by the calendar date of today in the tenant's zone. */
export const spans = ['thisMonth', 'lastMonth', 'thisYear', 'lastYear'] as const;

/** The first and last day of a named span; the present ones end today. */
export function spanOf(name: (typeof spans)[number], today: Day): { dateFrom: Day; dateTo: Day } {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const day = (y: number, m: number, d: number) => new Date(Date.UTC(y, m - 1, d)).toISOString().slice(0, 10);
  if (name === 'thisMonth') return { dateFrom: day(year, month, 1), dateTo: today };
  if (name === 'lastMonth') return { dateFrom: day(year, month - 1, 1), dateTo: day(year, month, 0) };
  if (name === 'thisYear') return { dateFrom: day(year, 1, 1), dateTo: today };
  return { dateFrom: day(year - 1, 1, 1), dateTo: day(year - 1, 12, 31) };
}

type Span = { dateFrom?: Day | undefined; dateTo?: Day | undefined };

/** The filter of a page without its end where that lies before its start: a mistyped address still shows a list. */
export function spanned<F extends Span>(filter: F): Omit<F, 'dateTo'> & Pick<Span, 'dateTo'> {
  return endsBeforeStart(filter.dateFrom, filter.dateTo) ? { ...filter, dateTo: undefined } : filter;
}

/** The span of a statement's page: what its address asks for, else from the start of the year until today. */
export function spanFrom({ dateFrom, dateTo }: Span, today: Day): { dateFrom: Day; dateTo: Day } {
  const from = dateFrom ?? `${(dateTo ?? today).slice(0, 4)}-01-01`;
  const to = dateTo && !endsBeforeStart(from, dateTo) ? dateTo : from > today ? from : today;
  return { dateFrom: from, dateTo: to };
}
