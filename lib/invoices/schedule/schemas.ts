import { z } from 'zod';
import { calendarDate } from '@/lib/dates';
import { decimal, line, recordId } from '@/lib/fields';
import { rate } from '@/lib/invoices/drafts/schemas';
import { type InstalmentState, instalmentStates, mostInstalments, type Size } from '@/lib/invoices/schedule/rule';

const money = z.string().describe("A decimal in the client's currency.");

export const instalmentDetail = z.object({
  id: z.uuid(),
  phaseId: z.uuid().nullable(),
  phaseName: z.string().nullable(),
  title: z.string(),
  percent: z.string().nullable().describe('A share of the contract value; null for a fixed amount.'),
  amount: money.nullable().describe('Without tax; null for a share where no contract value is agreed.'),
  dueOn: z.iso.date().nullable().describe('Its own date; without one it is due when its phase is completed.'),
  expectedOn: z.iso.date().nullable().describe('Its own date, or the end of its phase.'),
  state: z
    .enum(instalmentStates)
    .describe('`due`: to be invoiced now. `drafted` is told to admins alone. `paid`: nothing is left to pay.'),
  invoiceId: z.uuid().nullable(),
  invoiceNumber: z.string().nullable(),
  invoiced: money.nullable().describe('What the line of the invoice comes to.'),
});

/** The payment schedule of a project. Amounts are without tax, as the contract is. */
export const paymentSchedule = z.object({
  projectId: z.uuid(),
  currency: z.string(),
  contractValue: money.nullable(),
  scheduled: money.describe('The sum of the instalments.'),
  instalments: z.array(instalmentDetail),
});

const instalmentInput = z.strictObject({
  id: recordId('unknownInstalment').nullish().describe('Of an instalment that stays.'),
  phaseId: recordId('unknownPhase').nullish().describe('The phase whose completion makes it due.'),
  title: line().nullish().describe("The phase's name where it is absent."),
  percent: rate
    .refine((value) => value > 0, 'percent')
    .nullish()
    .describe('A share of the contract value, at most four decimals; either this or an amount.'),
  amount: decimal.nullish().describe('A decimal in the currency, without tax.'),
  dueOn: calendarDate.nullish(),
});

/** The payment schedule of project `id`: all of its instalments, in their order. */
export const setScheduleInput = z.strictObject({
  id: recordId(),
  instalments: z.array(instalmentInput).max(mostInstalments),
});

export const scheduleOf = z.strictObject({ id: recordId() });
export const instalmentId = z.strictObject({ id: recordId(), instalmentId: recordId() });

export type InstalmentInput = z.output<typeof instalmentInput>;
export type SetScheduleInput = z.output<typeof setScheduleInput>;
export type InstalmentId = z.output<typeof instalmentId>;
export type ScheduleAnswer = z.input<typeof paymentSchedule>;

/** An instalment inside the process, with exact amounts in minor units. */
export type Instalment = Size & {
  id: string;
  phaseId: string | null;
  phaseName: string | null;
  title: string;
  dueOn: string | null;
  expectedOn: string | null;
  state: InstalmentState;
  /** What it comes to; null for a share where no contract value is agreed. */
  dueMinor: bigint | null;
  invoiceId: string | null;
  invoiceNumber: string | null;
  invoicedMinor: bigint | null;
};

export type Schedule = {
  projectId: string;
  clientId: string;
  currency: string;
  contractMinor: bigint | null;
  scheduledMinor: bigint;
  instalments: Instalment[];
};
