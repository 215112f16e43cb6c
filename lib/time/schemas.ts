import { z } from 'zod';
import { calendarDate } from '@/lib/dates';
import { recordId, text } from '@/lib/fields';
import { listOrder, pageQuery } from '@/lib/paging';
import { hoursShown } from '@/lib/time/rule';

export const workEntry = z.object({
  id: z.uuid(),
  projectName: z.string(),
  workedOn: z.iso.date(),
  minutes: z.number().int(),
  personName: z.string().nullable().describe('Null where the project shows totals only.'),
  description: z.string().nullable().describe('Null where the project shows totals only.'),
});

/** The hours of one calendar month. `minutes` is the sum of all its entries; `latest` holds a few of them. */
export const monthOfWork = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  minutes: z.number().int(),
  count: z.number().int(),
  latest: z.array(workEntry),
});

/** What clients see of the hours of a project. */
export const projectHoursShown = z.enum(hoursShown);

/** The latest day first. */
export const timeOrder = listOrder('TimeEntry', 'time-entries', [
  { column: 'workedOn', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id' },
]);

/** Calendar dates, both inclusive. */
const matching = {
  projectId: recordId().optional(),
  dateFrom: calendarDate.optional(),
  dateTo: calendarDate.optional(),
};

export const timeFilter = pageQuery(timeOrder).extend(matching);
export const teamTimeFilter = timeFilter.extend({
  userId: recordId().optional().describe('The person who worked.'),
  billed: z.enum(['yes', 'no']).optional().describe('`no`: billable and on no invoice.'),
});

/** The filter of the team's page: without dates it shows this month, with `span=all` everything. */
export const teamTimePageFilter = teamTimeFilter.extend({ span: z.literal('all').optional() });

/** An entry as clients see it. */
export const timeEntry = workEntry.extend({ projectId: z.uuid(), billable: z.boolean() });

const totals = z.object({ count: z.number().int(), minutes: z.number().int(), billableMinutes: z.number().int() });

const answer = { nextCursor: z.string().nullable(), totals: totals.describe('Over all entries that match.') };

export const timeAnswer = z.object({ data: z.array(timeEntry), ...answer });

/** An entry as the team sees it. */
export const teamTimeEntry = timeEntry.extend({
  personName: z.string(),
  description: z.string(),
  clientId: z.uuid(),
  clientName: z.string(),
  userId: z.uuid(),
  isBilled: z.boolean().describe('Whether a line of an invoice or of a draft bills it, so that it cannot change.'),
  invoiceId: z.uuid().nullable().describe('The invoice that bills it; null for staff.'),
  invoiceNumber: z.string().nullable().describe('Null for a draft, and for staff.'),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

export const teamTimeAnswer = z.object({ data: z.array(teamTimeEntry), ...answer });

const minutes = z.number().int().min(1).max(1440);

export const enterHoursInput = z.strictObject({
  projectId: recordId('unknownProject'),
  workedOn: calendarDate,
  minutes,
  description: text(2000),
  billable: z.boolean().default(true),
  userId: recordId('unknownColleague').optional().describe('Who worked, for admins; without it the caller.'),
});

/** An absent field keeps its value. The person stays. */
export const changeHoursInput = z.strictObject({
  id: recordId(),
  projectId: recordId('unknownProject').optional(),
  workedOn: calendarDate.optional(),
  minutes: minutes.optional(),
  description: text(2000).optional(),
  billable: z.boolean().optional(),
});

export const timeEntryId = z.strictObject({ id: recordId() });

/** The forms of people: the day and the duration as they type them (lib/time/rule.ts). */
const typed = { workedOn: z.string().trim().max(40).nullish(), minutes: z.string().trim().min(1).max(40) };
export const enterHoursForm = enterHoursInput.extend({
  ...{ ...typed, billable: z.boolean() },
  userId: recordId('unknownColleague').nullish(),
});
export const changeHoursForm = enterHoursForm.omit({ userId: true }).extend({ id: recordId() });

export type WorkEntry = z.output<typeof workEntry>;
export type MonthOfWork = z.output<typeof monthOfWork>;
export type TimeFilter = z.output<typeof timeFilter>;
export type TeamTimeFilter = z.output<typeof teamTimeFilter>;
export type TimeEntry = z.output<typeof timeEntry>;
export type TeamTimeEntry = z.output<typeof teamTimeEntry>;
export type EnterHoursInput = z.output<typeof enterHoursInput>;
export type ChangeHoursInput = z.output<typeof changeHoursInput>;
export type EnterHoursForm = z.output<typeof enterHoursForm>;
export type ChangeHoursForm = z.output<typeof changeHoursForm>;

/** The condition of a list of hours without its paging. */
export type TimeMatch = Partial<Pick<TeamTimeFilter, 'projectId' | 'dateFrom' | 'dateTo' | 'userId' | 'billed'>>;

/** Sums of minutes over some entries. */
export type TimeSums = z.output<typeof totals>;

/** A part of the hours that match, such as those of one person; `name` is null where the project withholds it. */
export type TimePart = TimeSums & { key: string | null; name: string | null };

/** All hours that match: their sums, and the same by week or month (by its first day), person and project. */
export type TimeSummary = {
  totals: TimeSums;
  unit: 'week' | 'month';
  spans: { from: string; minutes: number }[];
  people: TimePart[];
  projects: TimePart[];
};
