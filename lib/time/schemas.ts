import { z } from 'zod';

export const workEntry = z.object({
  id: z.uuid(),
  projectName: z.string(),
  workedOn: z.iso.date(),
  minutes: z.number().int(),
  personName: z.string(),
  description: z.string(),
});

/** The hours of one calendar month. `minutes` is the sum of all its entries; `latest` holds a few of them. */
export const monthOfWork = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  minutes: z.number().int(),
  count: z.number().int(),
  latest: z.array(workEntry),
});

export type WorkEntry = z.output<typeof workEntry>;
export type MonthOfWork = z.output<typeof monthOfWork>;
