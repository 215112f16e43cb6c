import type { Day } from '@/lib/format';

export type WorkEntry = {
  id: string;
  projectName: string;
  workedOn: Day;
  minutes: number;
  personName: string;
  description: string;
};

/** The hours of one calendar month. `minutes` is the sum of all its entries, the list has the latest. */
export type MonthOfWork = { from: Day; to: Day; minutes: number; count: number; latest: WorkEntry[] };
