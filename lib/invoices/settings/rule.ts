import type { Billing } from '@/lib/invoices/settings/schemas';

export type BillKind = 'invoice' | 'credit_note';

type NumberForm = Pick<
  Billing,
  | 'invoicePrefix'
  | 'creditNotePrefix'
  | 'numberWidth'
  | 'numberWithYear'
  | 'numberRestartsYearly'
  | 'firstInvoiceNumber'
  | 'firstCreditNoteNumber'
>;

/** The prefix and the first sequence of a kind of document. */
export function formOf(form: NumberForm, kind: BillKind): { prefix: string; first: number } {
  return kind === 'invoice'
    ? { prefix: form.invoicePrefix, first: form.firstInvoiceNumber }
    : { prefix: form.creditNotePrefix, first: form.firstCreditNoteNumber };
}

/** The series that numbers of a year count in, as next_bill_number of the database names it. */
export function seriesOf(form: NumberForm, kind: BillKind, year: string): string {
  return form.numberRestartsYearly ? `${kind}/${year}` : kind;
}

/** A number as it is printed: prefix, year where wanted, and the sequence with leading zeros. */
export function printedNumber(form: NumberForm, kind: BillKind, year: string, sequence: number): string {
  const { prefix } = formOf(form, kind);
  return `${prefix}${form.numberWithYear ? `${year}-` : ''}${String(sequence).padStart(form.numberWidth, '0')}`;
}
