import { z } from 'zod';
import { calendarDate } from '@/lib/dates';
import { recordId, text } from '@/lib/fields';

/** A week by any of its days, of the caller or, for admins, of a colleague. */
export const weekFilter = z.strictObject({ week: calendarDate.optional(), userId: recordId().optional() });

const duration = z.string().trim().max(40).nullish();

/** A cell: the duration as it is typed now, and as the page showed it. `id` is the entry that it changes. */
const cell = z.strictObject({ id: recordId().nullish(), seen: duration, minutes: duration });

/** A row: what was done on a project, with a cell for each day from Monday on. Rows without a project and cells are left out. */
const row = z.strictObject({
  projectId: recordId('unknownProject').nullish(),
  description: text(2000).nullish(),
  billable: z.boolean().default(true),
  days: z.array(cell).length(7),
});

export const saveWeekInput = z.strictObject({
  monday: calendarDate,
  userId: recordId('unknownColleague').nullish(),
  rows: z.array(row).max(60),
});

export type SaveWeekInput = z.output<typeof saveWeekInput>;
export type WeekRowInput = SaveWeekInput['rows'][number];

/** An entry in a week. */
export type WeekEntry = {
  id: string;
  projectId: string;
  projectName: string;
  workedOn: string;
  minutes: number;
  description: string;
  billable: boolean;
  isBilled: boolean;
};

/** A cell of the sheet. It is fixed where an invoice bills it or several entries of one day share the row. */
export type WeekCell = { id: string | null; minutes: number; isFixed: boolean };

/** The hours of one week with the same project, description and billing; cells from Monday on. */
export type WeekRow = {
  key: string;
  projectId: string;
  projectName: string;
  description: string;
  billable: boolean;
  days: WeekCell[];
};
