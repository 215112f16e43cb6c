import type { z } from 'zod';
import { shortDecimal } from '@/lib/currency-digits';
import { fromColumn } from '@/lib/dates';
import type { Prisma } from '@/lib/db/generated/client';
import type { Day } from '@/lib/format';
import { type InvoiceTotals, isOverdue, paymentStatusOf } from '@/lib/invoices/rule';
import type {
  FullInvoice,
  Invoice,
  InvoiceLine,
  InvoiceSums,
  invoiceDetail,
  invoiceSummary,
} from '@/lib/invoices/schemas';
import { toDecimal } from '@/lib/money';

/** The columns of an invoice in a list. */
export const summaryColumns = {
  ...{ id: true, number: true, status: true, clientId: true, projectId: true, issuedOn: true, dueOn: true },
  ...{ currency: true, netMinor: true, taxMinor: true, totalMinor: true, paidMinor: true, creditedMinor: true },
  ...{ openMinor: true, createdAt: true, updatedAt: true },
  client: { select: { name: true } },
  project: { select: { name: true } },
} satisfies Prisma.InvoiceSelect;

type SummaryRow = Prisma.InvoiceGetPayload<{ select: typeof summaryColumns }>;

/** A row of `summaryColumns`; `today` is the tenant's calendar date, `claimed` the invoices with an open claim. */
export function toInvoice({ client, project, ...row }: SummaryRow, today: Day, claimed: ReadonlySet<string>): Invoice {
  const dueOn = fromColumn(row.dueOn);
  return {
    ...row,
    dueOn,
    issuedOn: fromColumn(row.issuedOn),
    paymentStatus: paymentStatusOf(row),
    isOverdue: isOverdue({ ...row, dueOn }, today),
    isClaimed: claimed.has(row.id),
    clientName: client.name,
    projectName: project?.name ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** An invoice of a list as the API writes it. */
export function summaryOf(invoice: Invoice): z.input<typeof invoiceSummary> {
  const decimal = (minor: bigint) => toDecimal(minor, invoice.currency);
  return {
    ...invoice,
    net: decimal(invoice.netMinor),
    tax: decimal(invoice.taxMinor),
    total: decimal(invoice.totalMinor),
    paid: decimal(invoice.paidMinor),
    credited: decimal(invoice.creditedMinor),
    open: decimal(invoice.openMinor),
  };
}

/** A rate in ten-thousandths of a percent as a percentage: 88750 → “8.875”. */
export const percentOf = (rate: number): string => shortDecimal(BigInt(rate), 4);

/** One invoice as the API writes it. */
export function detailOf(invoice: FullInvoice): z.input<typeof invoiceDetail> {
  const { currency, totals, lines, settlements, discountRate, discountMinor } = invoice;
  const decimal = (minor: bigint) => toDecimal(minor, currency);
  return {
    ...invoice,
    ...summaryOf(invoice),
    discountPercent: discountRate === null ? null : percentOf(discountRate),
    discountAmount: discountMinor === null ? null : decimal(discountMinor),
    discount: decimal(totals.discountMinor),
    ...linesOf(lines, totals, currency),
    settlements: settlements.map(({ amountMinor, ...rest }) => ({ ...rest, amount: decimal(amountMinor) })),
  };
}

/** Lines and what they come to per tax rate, as the API writes them. */
export function linesOf(lines: readonly InvoiceLine[], { rates }: InvoiceTotals, currency: string) {
  const decimal = (minor: bigint) => toDecimal(minor, currency);
  return {
    lines: lines.map((line) => ({
      ...{ id: line.id, description: line.description, amount: decimal(line.amountMinor) },
      quantity: shortDecimal(line.quantityThousandth, 3),
      unitPrice: unitPriceOf(line.unitPriceTenThousandth, currency),
      discountPercent: line.discountRate === null ? null : percentOf(line.discountRate),
      discountAmount: line.discountMinor === null ? null : decimal(line.discountMinor),
      taxRate: percentOf(line.taxRate),
    })),
    taxRates: rates.map(({ taxRate, netMinor, taxMinor }) => {
      return { taxRate: percentOf(taxRate), net: decimal(netMinor), tax: decimal(taxMinor) };
    }),
  };
}

/** A price with the decimals of its currency, or more where it has them. */
export function unitPriceOf(tenThousandth: bigint, currency: string): string {
  const least = toDecimal(0n, currency).split('.')[1]?.length ?? 0;
  return shortDecimal(tenThousandth, 4, Math.min(least, 4));
}

/** Sums as the API writes them. */
export function sumsOf({ count, currency, totalMinor, paidMinor, openMinor }: InvoiceSums) {
  const decimal = (minor: bigint) => toDecimal(minor, currency);
  return { count, currency, total: decimal(totalMinor), paid: decimal(paidMinor), open: decimal(openMinor) };
}
