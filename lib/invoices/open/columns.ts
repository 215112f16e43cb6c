import type { z } from 'zod';
import type { OpenInvoices, openInvoices } from '@/lib/invoices/open/schemas';
import { toDecimal } from '@/lib/money';

/** Turns amounts in minor units of `currency` into decimal strings. */
export function toOpenInvoices(invoices: OpenInvoices, currency: string): z.input<typeof openInvoices> {
  const decimal = (minor: bigint) => toDecimal(minor, currency);
  const { count, overdueCount, claimedCount, totalOpenMinor, overdueMinor, first } = invoices;
  return {
    ...{ currency, count, overdueCount, claimedCount },
    totalOpen: decimal(totalOpenMinor),
    overdue: decimal(overdueMinor),
    first: first.map(({ totalMinor, openMinor, ...rest }) => ({
      ...rest,
      total: decimal(totalMinor),
      open: decimal(openMinor),
    })),
  };
}
