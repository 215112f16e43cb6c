import { notFound } from '@/lib/errors';
import type { FullCreditNote } from '@/lib/invoices/credit-notes/schemas';
import type { PrintedDocument } from '@/lib/invoices/printed/document';
import type { FullInvoice } from '@/lib/invoices/schemas';

/** What stands on a document besides its record: the logo, and the address at which the document can be checked. */
export type Marks = Pick<PrintedDocument, 'logo' | 'verifyUrl'>;
const unmarked: Marks = { logo: null, verifyUrl: null };

/** An issued or void invoice as its PDF says it, with the names and the bank account of its issue. Throws NOT_FOUND for a draft. */
export function documentOf(invoice: FullInvoice, { logo, verifyUrl }: Marks = unmarked): PrintedDocument {
  const { issuer, recipient, projectName } = invoice;
  if (!issuer || !recipient) throw notFound();
  return {
    ...invoice,
    ...{ kind: 'invoice', credits: null, reason: null, issuer, recipient, project: projectName },
    ...{ logo, verifyUrl },
  };
}

/** A credit note as its PDF says it, with the names of its issue. Throws NOT_FOUND for one that was stored without them. */
export function creditDocumentOf(note: FullCreditNote, { logo, verifyUrl }: Marks = unmarked): PrintedDocument {
  const { issuer, recipient, projectName, invoiceNumber, invoiceIssuedOn } = note;
  if (!issuer || !recipient) throw notFound();
  return {
    ...note,
    ...{ kind: 'credit_note', status: 'issued', dueOn: null, notes: null, issuer, recipient, project: projectName },
    ...{ paidMinor: 0n, creditedMinor: 0n, openMinor: 0n, logo, verifyUrl },
    credits: { number: invoiceNumber, issuedOn: invoiceIssuedOn },
  };
}
