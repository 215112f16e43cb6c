import { electronicFormatIBAN, isValidBIC, isValidIBAN } from 'ibantools';
import { z } from 'zod';
import { countryCode, line, text } from '@/lib/fields';
import { rate } from '@/lib/invoices/drafts/schemas';

/** How a business numbers and words its invoices, and is paid for them. `taxRate` in ten-thousandths of a percent. */
export const billing = z.object({
  invoicePrefix: z.string(),
  creditNotePrefix: z.string(),
  numberWidth: z.number().int(),
  numberWithYear: z.boolean(),
  numberRestartsYearly: z.boolean(),
  firstInvoiceNumber: z.number().int(),
  firstCreditNoteNumber: z.number().int(),
  paymentTermDays: z.number().int(),
  taxRate: z.number().int(),
  pricesIncludeTax: z.boolean(),
  accountHolder: z.string().nullable(),
  iban: z.string().nullable(),
  bic: z.string().nullable(),
  countryCode: z.string().nullable(),
  footer: z.string().nullable(),
  remindDaysBefore: z.number().int().nullable().describe('Days before the due date; null: no reminder.'),
  remindDaysAfter: z.number().int().nullable(),
});

/** Letters, digits and the signs that numbers of invoices have; empty for none. A digit at its end would run into the number. */
const prefix = z
  .string()
  .trim()
  .max(20)
  .regex(/^([\p{L}\d ./_-]*[\p{L} ./_-])?$/u, 'numberPrefix');
const whole = (minimum: number, maximum: number) => z.number().int().min(minimum).max(maximum);

const iban = z
  .string()
  .max(60)
  .transform((typed, context) => {
    const plain = electronicFormatIBAN(typed) ?? '';
    if (isValidIBAN(plain)) return plain;
    context.addIssue({ code: 'custom', message: 'iban' });
    return z.NEVER;
  });

const bic = z.string().trim().toUpperCase().refine(isValidBIC, 'bic');

const fields = z.strictObject({
  invoicePrefix: prefix.nullable().transform((typed) => typed ?? ''),
  creditNotePrefix: prefix.nullable().transform((typed) => typed ?? ''),
  numberWidth: whole(1, 10),
  numberWithYear: z.boolean(),
  numberRestartsYearly: z.boolean(),
  firstInvoiceNumber: whole(1, 99_999_999),
  firstCreditNoteNumber: whole(1, 99_999_999),
  paymentTermDays: whole(0, 365),
  taxRate: rate,
  pricesIncludeTax: z.boolean(),
  accountHolder: line(70).nullable(),
  iban: iban.nullable(),
  bic: bic.nullable(),
  countryCode: countryCode.nullable(),
  footer: text(500).nullable(),
  remindDaysBefore: whole(0, 60).nullable(),
  remindDaysAfter: whole(1, 60).nullable(),
});

/** An absent field keeps its value; null removes it. */
export const changeBillingInput = fields.partial();

/** The sections of the page, each with the fields that it saves. */
export const billingSections = {
  numbers: {
    invoicePrefix: true,
    creditNotePrefix: true,
    numberWidth: true,
    numberWithYear: true,
    numberRestartsYearly: true,
    firstInvoiceNumber: true,
    firstCreditNoteNumber: true,
  },
  payment: {
    paymentTermDays: true,
    taxRate: true,
    pricesIncludeTax: true,
    accountHolder: true,
    iban: true,
    bic: true,
    countryCode: true,
    footer: true,
    remindDaysBefore: true,
    remindDaysAfter: true,
  },
} as const;

export type Billing = z.output<typeof billing>;
export type ChangeBillingInput = z.output<typeof changeBillingInput>;

/** The numbers that the next documents will get. */
export type NextNumbers = { invoice: string; creditNote: string };
