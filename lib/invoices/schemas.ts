import type { Day } from '@/lib/format';

export type OpenInvoice = {
  id: string;
  number: number;
  projectName: string | null;
  issuedOn: Day;
  dueOn: Day;
  totalMinor: bigint;
  openMinor: bigint;
};

/** What is still to be paid. The sums are over every open invoice, the list has those due first. */
export type OpenInvoices = {
  count: number;
  totalOpenMinor: bigint;
  overdueCount: number;
  overdueMinor: bigint;
  first: OpenInvoice[];
};
