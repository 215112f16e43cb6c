import { z } from 'zod';
import { changedText, eventKind } from '@/lib/events/define';

/** Amounts are decimals in the currency, as the API writes them. */
const money = { clientId: z.uuid(), currency: z.string(), amount: z.string() };
const bill = { ...money, number: z.string() };

/** Events of invoices, payments and the ledger. Drafts and entries by hand are for admins alone. */
export const moneyEvents = {
  'invoice.drafted': eventKind('invoice', 'admins', money),
  'invoice.changed': eventKind('invoice', 'admins', money),
  'invoice.deleted': eventKind('invoice', 'admins', money),
  'invoice.issued': eventKind('invoice', 'account', { ...bill, dueOn: z.iso.date() }),
  'invoice.voided': eventKind('invoice', 'account', { ...bill, reason: z.string() }),
  /** The clock reminded the client, before or after the due date, of what is open of the invoice. */
  'invoice.reminded': eventKind('invoice', 'account', {
    ...bill,
    dueOn: z.iso.date(),
    stage: z.enum(['due_soon', 'overdue']),
  }),
  'credit_note.issued': eventKind('credit_note', 'account', { ...bill, invoiceId: z.uuid() }),
  'payment.recorded': eventKind('payment', 'account', { ...money, paidOn: z.iso.date() }),
  'payment.allocated': eventKind('payment', 'admins', { ...money, invoiceId: z.uuid() }),
  'refund.recorded': eventKind('refund', 'account', { ...money, paymentId: z.uuid() }),
  'ledger.posted': eventKind('ledger_entry', 'admins', { ...money, entryType: z.string() }),
  'ledger.checked': eventKind('client', 'admins', { held: z.boolean() }),
  'payment_claim.claimed': eventKind('payment_claim', 'account', { clientId: z.uuid(), invoiceId: z.uuid() }),
  'payment_claim.confirmed': eventKind('payment_claim', 'account', { clientId: z.uuid(), invoiceId: z.uuid() }),
  'payment_claim.declined': eventKind('payment_claim', 'account', {
    clientId: z.uuid(),
    invoiceId: z.uuid(),
    reason: z.string(),
  }),
  'settings.billing_changed': eventKind('tenant', 'admins', {
    invoicePrefix: z.string().optional(),
    creditNotePrefix: z.string().optional(),
    iban: changedText,
    paymentTermDays: z.number().optional(),
  }),
};
