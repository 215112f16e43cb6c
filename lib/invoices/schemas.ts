import { z } from 'zod';

import { calendarDate } from '@/lib/dates';
import { recordId, text } from '@/lib/fields';
import type { Issuer, Party } from '@/lib/invoices/parties/schemas';
import {
  type Discount,
  type InvoiceTotals,
  invoiceStatuses,
  type PricedLine,
  paymentStatuses,
} from '@/lib/invoices/rule';
import { listOrder, pageQuery } from '@/lib/paging';

export const invoiceStatus = z.enum(invoiceStatuses);

const money = z.string().describe('A decimal in the currency.');
const percent = z.string().describe('A percentage, at most four decimals.');

/** An invoice in a list. */
export const invoiceSummary = z.object({
  id: z.uuid(),
  number: z.string().nullable().describe('As printed; null for a draft.'),
  status: invoiceStatus,
  paymentStatus: z.enum(paymentStatuses),
  isOverdue: z.boolean(),
  isClaimed: z.boolean().describe('Whether a claim to have paid it waits for a decision.'),
  clientId: z.uuid(),
  clientName: z.string(),
  projectId: z.uuid().nullable(),
  projectName: z.string().nullable(),
  issuedOn: z.iso.date().nullable(),
  dueOn: z.iso.date().nullable(),
  currency: z.string(),
  net: money,
  tax: money,
  total: money,
  paid: money,
  credited: money,
  open: money,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

export const invoiceLine = z.object({
  id: z.uuid(),
  description: z.string(),
  quantity: z.string(),
  unitPrice: z.string(),
  discountPercent: percent.nullable(),
  discountAmount: money.nullable(),
  taxRate: percent,
  amount: money.describe('Quantity × price − discount; with tax where prices include it.'),
});

/** What the lines of one tax rate come to. */
export const taxRateTotal = z.object({ taxRate: percent, net: money, tax: money });

/** A payment, or a credit note, that settled a part of an invoice. */
export const settlement = z.object({
  kind: z.enum(['payment', 'credit_note']),
  id: z.uuid(),
  on: z.iso.date(),
  amount: money,
  number: z.string().nullable().describe("The credit note's number."),
  method: z.string().nullable(),
  reference: z.string().nullable(),
});

/** One invoice with its lines, taxes and what settled it. */
export const invoiceDetail = invoiceSummary.extend({
  pricesIncludeTax: z.boolean(),
  discountPercent: percent.nullable(),
  discountAmount: money.nullable(),
  discount: money.describe('What the discount of the whole invoice takes off.'),
  exemptionReason: z.string().nullable(),
  notes: z.string().nullable(),
  voidedAt: z.iso.datetime().nullable(),
  voidReason: z.string().nullable(),
  lines: z.array(invoiceLine),
  taxRates: z.array(taxRateTotal),
  settlements: z.array(settlement).describe('Payments and credit notes, oldest first.'),
});

/** Sums over all invoices that match, in one currency. */
const sums = z.object({ count: z.number().int(), currency: z.string(), total: money, paid: money, open: money });

export const clientInvoices = z.object({
  data: z.array(invoiceSummary),
  nextCursor: z.string().nullable(),
  totals: sums.describe('Over all invoices that match.'),
});

export const teamInvoices = z.object({
  data: z.array(invoiceSummary),
  nextCursor: z.string().nullable(),
  totals: z.array(sums).describe('Over all invoices that match, per currency.'),
});

/** The latest first. Clients see no drafts, so that every invoice of theirs has a date of issue. */
export const clientInvoiceOrder = listOrder('Invoice', 'client-invoices', [
  { column: 'issuedOn', kind: 'instant', direction: 'desc', nulls: 'never' },
  { column: 'id', kind: 'id' },
]);

/** The latest draft first. */
export const invoiceOrder = listOrder('Invoice', 'invoices', [
  { column: 'createdAt', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id' },
]);

export const clientInvoiceStatus = z.enum(['all', 'paid', 'unpaid', 'overdue']);
export const teamInvoiceStatus = z.enum(['all', 'draft', 'unpaid', 'overdue', 'paid', 'void']);

export const clientInvoiceFilter = pageQuery(clientInvoiceOrder).extend({
  status: clientInvoiceStatus.default('all'),
  projectId: recordId().optional(),
});

export const invoiceFilter = pageQuery(invoiceOrder).extend({
  status: teamInvoiceStatus.default('all'),
  clientId: recordId().optional(),
  projectId: recordId().optional(),
  search: z.string().trim().max(100).optional().describe("A part of the number or of the client's name."),
});

export const invoiceId = z.strictObject({ id: recordId() });

export const issueInvoiceInput = z.strictObject({
  id: recordId(),
  issuedOn: calendarDate.nullish().describe('Today in the time zone of the business where it is absent.'),
  dueOn: calendarDate.nullish().describe("The draft's, or by the payment term, where it is absent."),
});

export const voidInvoiceInput = z.strictObject({ id: recordId(), reason: text(1000) });

export type IssueInvoiceInput = z.output<typeof issueInvoiceInput>;
export type VoidInvoiceInput = z.output<typeof voidInvoiceInput>;
export type ClientInvoiceFilter = z.output<typeof clientInvoiceFilter>;
export type ClientInvoiceStatus = z.output<typeof clientInvoiceStatus>;
export type InvoiceFilter = z.output<typeof invoiceFilter>;

/** The shapes inside the process, with exact amounts in minor units. */
type Minors = {
  [Name in 'net' | 'tax' | 'total' | 'paid' | 'credited' | 'open' as `${Name}Minor`]: bigint;
};

/** An invoice in a list, inside the process. */
export type Invoice = Omit<z.output<typeof invoiceSummary>, 'net' | 'tax' | 'total' | 'paid' | 'credited' | 'open'> &
  Minors;
export type InvoiceSums = { count: number; currency: string; totalMinor: bigint; paidMinor: bigint; openMinor: bigint };
export type Settlement = Omit<z.output<typeof settlement>, 'amount'> & { amountMinor: bigint };
export type InvoiceLine = PricedLine & { id: string; description: string; amountMinor: bigint };

/** One invoice, inside the process. The parties are null for a draft, which has none yet. */
export type FullInvoice = Invoice &
  Discount & {
    pricesIncludeTax: boolean;
    exemptionReason: string | null;
    notes: string | null;
    voidedAt: string | null;
    voidReason: string | null;
    verifyCode: string | null;
    issuer: Issuer | null;
    recipient: Party | null;
    lines: InvoiceLine[];
    totals: InvoiceTotals;
    settlements: Settlement[];
  };

/** A step in the life of an invoice, from the audit trail. */
export type InvoiceEvent = { action: string; actorName: string | null; at: string; reason: string | null };
