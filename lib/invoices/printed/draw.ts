import type { Locale } from '@/lib/i18n/locales';
import type { FullCreditNote } from '@/lib/invoices/credit-notes/schemas';
import type { PrintedDocument } from '@/lib/invoices/printed/document';
import { creditDocumentOf, documentOf } from '@/lib/invoices/printed/document-of';
import { invoicePdf } from '@/lib/invoices/printed/pdf';
import type { FullInvoice } from '@/lib/invoices/schemas';

/** A PDF with the name that it is saved under. */
type Drawn = { fileName: string; bytes: Uint8Array };

/** The PDF of an invoice. Throws NOT_FOUND for a draft. */
export const drawInvoice = (invoice: FullInvoice, locale: Locale): Promise<Drawn> => drawn(documentOf(invoice), locale);

/** The PDF of a credit note. */
export const drawCreditNote = (note: FullCreditNote, locale: Locale): Promise<Drawn> =>
  drawn(creditDocumentOf(note), locale);

async function drawn(document: PrintedDocument, locale: Locale): Promise<Drawn> {
  return { fileName: `${document.number}.pdf`, bytes: await invoicePdf(document, locale) };
}
