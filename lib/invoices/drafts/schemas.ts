import { z } from 'zod';
import { wholeOf } from '@/lib/currency-digits';
import { calendarDate } from '@/lib/dates';
import { decimal, decimals, line, recordId, text } from '@/lib/fields';
import { mostLines } from '@/lib/invoices/rule';

/** A decimal, as text or as a number of JSON, that becomes a whole number of its last decimal. */
const fixed = (decimals_: number, message: 'quantity' | 'unitPrice' | 'percent', fits: (whole: bigint) => boolean) =>
  z
    .union([z.string().trim().max(30), z.number()])
    .register(decimals, { decimal: true })
    .transform((typed, context) => {
      const whole = wholeOf(String(typed), decimals_);
      if (whole !== null && fits(whole)) return whole;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });

/** Ten-thousandths of a percent, from 0 to 100 %. */
export const rate = fixed(4, 'percent', (whole) => whole >= 0n && whole <= 1_000_000n).transform(Number);

const discount = {
  discountPercent: rate.nullish(),
  discountAmount: decimal.nullish().describe('A decimal in the currency; at most one of the two discounts.'),
};

export const invoiceLineInput = z.strictObject({
  id: recordId('unknownLine').nullish().describe('Of a line that stays, so that hours stay billed by it.'),
  description: text(),
  quantity: fixed(3, 'quantity', (whole) => whole !== 0n && whole > -(10n ** 12n) && whole < 10n ** 12n),
  unitPrice: fixed(4, 'unitPrice', () => true),
  taxRate: rate.nullish().describe('The rate of the settings where it is absent.'),
  ...discount,
  timeEntryIds: z
    .array(recordId('unknownHours'))
    .max(1000)
    .nullish()
    .describe('Billable hours of the project that the line bills. Absent: as before.'),
});

const lines = z.array(invoiceLineInput).min(1).max(mostLines);

const aboutInvoice = {
  projectId: recordId('unknownProject').nullish(),
  dueOn: calendarDate.nullish(),
  notes: text(5000).nullish(),
  exemptionReason: line(500).nullish().describe('Why a rate is zero; printed.'),
  ...discount,
};

export const createInvoiceInput = z.strictObject({
  clientId: recordId('unknownClient'),
  pricesIncludeTax: z.boolean().nullish().describe('As in the settings where it is absent.'),
  ...aboutInvoice,
  lines,
});

/** An absent field keeps its value; null removes it. The client stays; `lines` are all lines from then on. */
export const changeInvoiceInput = z.strictObject({
  id: recordId(),
  pricesIncludeTax: z.boolean().optional(),
  ...aboutInvoice,
  lines: lines.optional(),
});

export type InvoiceLineInput = z.output<typeof invoiceLineInput>;
export type CreateInvoiceInput = z.output<typeof createInvoiceInput>;
export type ChangeInvoiceInput = z.output<typeof changeInvoiceInput>;
