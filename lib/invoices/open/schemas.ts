import { z } from 'zod';

/** An unpaid invoice. Amounts are decimals in the currency of the client. */
export const openInvoice = z.object({
  id: z.uuid(),
  number: z.string().describe('As printed.'),
  projectName: z.string().nullable(),
  issuedOn: z.iso.date(),
  dueOn: z.iso.date(),
  total: z.string(),
  open: z.string(),
  isClaimed: z.boolean().describe('Whether a claim to have paid it waits for a decision.'),
});

/** The unpaid invoices of a client. Sums and counts are over all of them; `first` holds those due first. */
export const openInvoices = z.object({
  currency: z.string(),
  count: z.number().int(),
  totalOpen: z.string(),
  overdueCount: z.number().int(),
  overdue: z.string(),
  claimedCount: z.number().int().describe('Those with a claim that waits for a decision.'),
  first: z.array(openInvoice),
});

type Wire = z.output<typeof openInvoices>;

/** The same shapes inside the process, with exact amounts in minor units. */
export type OpenInvoice = Omit<z.output<typeof openInvoice>, 'total' | 'open'> & {
  totalMinor: bigint;
  openMinor: bigint;
};
export type OpenInvoices = Pick<Wire, 'count' | 'overdueCount' | 'claimedCount'> & {
  totalOpenMinor: bigint;
  overdueMinor: bigint;
  first: OpenInvoice[];
};
