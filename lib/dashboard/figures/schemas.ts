import { z } from 'zod';

const amount = z.string().describe('A decimal in the currency.');

/** What was invoiced and what came in per month in one currency, without gaps. */
export const moneyByMonth = z.object({
  currency: z.string(),
  months: z.array(
    z.object({
      month: z.string().describe('YYYY-MM.'),
      invoiced: amount.describe('Less what was voided or credited in that month.'),
      received: amount.describe('Less what was refunded in that month.'),
    }),
  ),
});

/** The minutes worked in a week, by its Monday. */
export const minutesOfWeek = z.object({ from: z.iso.date(), minutes: z.number().int() });

/** What a month brought to the installation: businesses, people and bytes, less what was removed of them since. */
export const growthOfMonth = z.object({
  month: z.string().describe('YYYY-MM.'),
  tenants: z.number().int(),
  people: z.number().int(),
  storedBytes: z.number().int(),
});

export type MoneyByMonth = {
  currency: string;
  months: { month: string; invoicedMinor: bigint; receivedMinor: bigint }[];
};
export type MinutesOfWeek = z.output<typeof minutesOfWeek>;
export type GrowthOfMonth = z.output<typeof growthOfMonth>;
