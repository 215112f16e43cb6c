import { conflict } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locales';
import type { FullCreditNote } from '@/lib/invoices/credit-notes/schemas';
import type { PrintedDocument } from '@/lib/invoices/printed/document';
import { creditDocumentOf, documentOf } from '@/lib/invoices/printed/document-of';
import { invoicePdf } from '@/lib/invoices/printed/pdf';
import { invoiceXml } from '@/lib/invoices/printed/xml';
import type { XmlFormat } from '@/lib/invoices/printed/xml-format';
import { missingForXml } from '@/lib/invoices/printed/xml-missing';
import type { FullInvoice } from '@/lib/invoices/schemas';
import type { Drawing } from '@/lib/pdf/drawing';

/** A PDF with the name that it is saved under. */
type Drawn = { fileName: string; bytes: Uint8Array };

/** The PDF of an invoice. Throws NOT_FOUND for a draft. */
export const drawInvoice = (invoice: FullInvoice, { locale, logo, verifyUrl }: Drawing): Promise<Drawn> =>
  drawn(documentOf(invoice, { logo, verifyUrl: verifyUrl(invoice.verifyCode) }), locale);

/** The PDF of a credit note. */
export const drawCreditNote = (note: FullCreditNote, { locale, logo, verifyUrl }: Drawing): Promise<Drawn> =>
  drawn(creditDocumentOf(note, { logo, verifyUrl: verifyUrl(note.verifyCode) }), locale);

/** The e-invoice of an invoice. Throws NOT_FOUND for a draft, and CONFLICT where one has none. */
export const writeInvoiceXml = ({ invoice, format }: { invoice: FullInvoice; format: XmlFormat }) =>
  written(documentOf(invoice), format);

/** The e-invoice of a credit note. Throws CONFLICT where one has none. */
export const writeCreditNoteXml = ({ note, format }: { note: FullCreditNote; format: XmlFormat }) =>
  written(creditDocumentOf(note), format);

async function written(document: PrintedDocument, format: XmlFormat): Promise<Drawn & { contentType: string }> {
  const missing = missingForXml(document, format);
  if (missing.length > 0) throw conflict('noEInvoice', undefined, { missing });
  const bytes = new TextEncoder().encode(await invoiceXml(document, format));
  return { fileName: `${document.number}-${format}.xml`, bytes, contentType: 'application/xml; charset=utf-8' };
}

async function drawn(document: PrintedDocument, locale: Locale): Promise<Drawn> {
  return { fileName: `${document.number}.pdf`, bytes: await invoicePdf(document, locale) };
}
