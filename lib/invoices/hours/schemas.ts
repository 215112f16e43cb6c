import { z } from 'zod';
import { calendarDate } from '@/lib/dates';
import { recordId } from '@/lib/fields';
import { groupings } from '@/lib/invoices/hours/rule';

/** Which unbilled hours fill the lines of a draft: those of a project up to a date, at a rate per hour as it was typed. */
export const hoursFilter = z.object({
  project: recordId().optional(),
  hours: z.enum(groupings).optional(),
  until: calendarDate.optional(),
  rate: z.string().trim().max(30).optional(),
});
