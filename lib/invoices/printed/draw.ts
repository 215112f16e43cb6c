import type { Locale } from '@/lib/i18n/locales';
import { documentOf } from '@/lib/invoices/printed/document-of';
import { invoicePdf } from '@/lib/invoices/printed/pdf';
import type { FullInvoice } from '@/lib/invoices/schemas';

/** The PDF of an invoice, with the name that it is saved under. Throws NOT_FOUND for a draft. */
export async function drawInvoice(
  invoice: FullInvoice,
  locale: Locale,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  return { fileName: `${invoice.number}.pdf`, bytes: await invoicePdf(documentOf(invoice), locale) };
}
