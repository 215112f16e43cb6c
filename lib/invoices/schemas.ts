import { z } from 'zod';

/** An unpaid invoice. Amounts are decimals in the currency of the client. */
export const openInvoice = z.object({
  id: z.uuid(),
  number: z.number().int(),
  projectName: z.string().nullable(),
  issuedOn: z.iso.date(),
  dueOn: z.iso.date(),
  total: z.string(),
  open: z.string(),
});

/** The unpaid invoices of a client. Sums and counts are over all of them; `first` holds those due first. */
export const openInvoices = z.object({
  currency: z.string(),
  count: z.number().int(),
  totalOpen: z.string(),
  overdueCount: z.number().int(),
  overdue: z.string(),
  first: z.array(openInvoice),
});

type Wire = z.output<typeof openInvoices>;

/** The same shapes inside the process, with exact amounts in minor units. */
export type OpenInvoice = Omit<z.output<typeof openInvoice>, 'total' | 'open'> & {
  totalMinor: bigint;
  openMinor: bigint;
};
export type OpenInvoices = Pick<Wire, 'count' | 'overdueCount'> & {
  totalOpenMinor: bigint;
  overdueMinor: bigint;
  first: OpenInvoice[];
};
