import { z } from 'zod';
import { calendarDate } from '@/lib/dates';
import { recordId, text } from '@/lib/fields';
import { invoiceLineInput } from '@/lib/invoices/drafts/schemas';
import type { Issuer, Party } from '@/lib/invoices/parties/schemas';
import { type Discount, type InvoiceTotals, mostLines } from '@/lib/invoices/rule';
import { type InvoiceLine, invoiceLine, taxRateTotal } from '@/lib/invoices/schemas';
import { listOrder, pageQuery } from '@/lib/paging';

const money = z.string().describe('A decimal in the currency; what is credited, so above zero.');

/** A credit note in a list. */
export const creditNoteSummary = z.object({
  id: z.uuid(),
  number: z.string().describe('As printed.'),
  invoiceId: z.uuid(),
  invoiceNumber: z.string(),
  clientId: z.uuid(),
  clientName: z.string(),
  projectId: z.uuid().nullable(),
  projectName: z.string().nullable(),
  issuedOn: z.iso.date(),
  reason: z.string(),
  currency: z.string(),
  net: money,
  tax: money,
  total: money,
  createdAt: z.iso.datetime(),
});

/** One credit note with its lines and taxes. */
export const creditNoteDetail = creditNoteSummary.extend({
  pricesIncludeTax: z.boolean(),
  discountPercent: z.string().nullable(),
  discountAmount: z.string().nullable(),
  discount: z.string().describe('What the discount of the whole invoice takes off.'),
  exemptionReason: z.string().nullable(),
  lines: z.array(invoiceLine),
  taxRates: z.array(taxRateTotal),
});

const sums = z.object({ count: z.number().int(), currency: z.string(), total: money });

export const teamCreditNotes = z.object({
  data: z.array(creditNoteSummary),
  nextCursor: z.string().nullable(),
  totals: z.array(sums).describe('Over all credit notes that match, per currency.'),
});

/** The latest first. */
export const creditNoteOrder = listOrder('CreditNote', 'credit-notes', [
  { column: 'createdAt', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id' },
]);

/** The credit notes of a client, the latest date first. */
export const clientCreditNoteOrder = listOrder('CreditNote', 'client-credit-notes', [
  { column: 'issuedOn', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id' },
]);

export const clientCreditNoteFilter = pageQuery(clientCreditNoteOrder);

export const creditNoteFilter = pageQuery(creditNoteOrder).extend({
  clientId: recordId().optional(),
  invoiceId: recordId().optional(),
  search: z.string().trim().max(100).optional().describe("A part of the number or of the client's name."),
});

export const creditNoteId = z.strictObject({ id: recordId() });

/** A line of a credit note: what is taken back, so as on the invoice and above zero. */
export const creditLineInput = invoiceLineInput.omit({ id: true, timeEntryIds: true });

export const issueCreditNoteInput = z.strictObject({
  invoiceId: recordId('unknownInvoice'),
  reason: text(1000).describe('Printed, and shown to the client.'),
  issuedOn: calendarDate.nullish().describe('Today in the time zone of the business where it is absent.'),
  lines: z
    .array(creditLineInput)
    .min(1)
    .max(mostLines)
    .nullish()
    .describe('Prices with or without tax as on the invoice. Absent: all that is left to credit.'),
});

export type CreditNoteFilter = z.output<typeof creditNoteFilter>;
export type ClientCreditNoteFilter = z.output<typeof clientCreditNoteFilter>;
export type CreditLineInput = z.output<typeof creditLineInput>;
export type IssueCreditNoteInput = z.output<typeof issueCreditNoteInput>;

type Minors = { netMinor: bigint; taxMinor: bigint; totalMinor: bigint };

/** A credit note in a list, inside the process. */
export type CreditNote = Omit<z.output<typeof creditNoteSummary>, 'net' | 'tax' | 'total'> & Minors;
export type CreditNoteSums = { count: number; currency: string; totalMinor: bigint };

/** One credit note, inside the process. */
export type FullCreditNote = CreditNote &
  Discount & {
    pricesIncludeTax: boolean;
    exemptionReason: string | null;
    invoiceIssuedOn: string;
    verifyCode: string | null;
    issuer: Issuer | null;
    recipient: Party | null;
    lines: InvoiceLine[];
    totals: InvoiceTotals;
  };
