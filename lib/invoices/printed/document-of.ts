import { notFound } from '@/lib/errors';
import type { FullCreditNote } from '@/lib/invoices/credit-notes/schemas';
import type { PrintedDocument } from '@/lib/invoices/printed/document';
import type { FullInvoice } from '@/lib/invoices/schemas';

/** An issued or void invoice as its PDF says it, with the names and the bank account of its issue. Throws NOT_FOUND for a draft. */
export function documentOf(invoice: FullInvoice): PrintedDocument {
  const { issuer, recipient, projectName } = invoice;
  if (!issuer || !recipient) throw notFound();
  return {
    ...invoice,
    ...{ kind: 'invoice', credits: null, reason: null, issuer, recipient, project: projectName },
    ...{ logo: null, verifyUrl: null },
  };
}

/** A credit note as its PDF says it, with the names of its issue. Throws NOT_FOUND for one that was stored without them. */
export function creditDocumentOf(note: FullCreditNote): PrintedDocument {
  const { issuer, recipient, projectName, invoiceNumber, invoiceIssuedOn } = note;
  if (!issuer || !recipient) throw notFound();
  return {
    ...note,
    ...{ kind: 'credit_note', status: 'issued', dueOn: null, notes: null, issuer, recipient, project: projectName },
    ...{ paidMinor: 0n, creditedMinor: 0n, openMinor: 0n, logo: null, verifyUrl: null },
    credits: { number: invoiceNumber, issuedOn: invoiceIssuedOn },
  };
}
