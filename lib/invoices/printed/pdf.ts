import type { Locale } from '@/lib/i18n/locales';
import type { PrintedDocument } from '@/lib/invoices/printed/document';
import { embedXml } from '@/lib/invoices/printed/factur-x';
import { drawNotes, drawPayment } from '@/lib/invoices/printed/panels';
import { openPaper } from '@/lib/invoices/printed/paper';
import { drawRows } from '@/lib/invoices/printed/rows';
import { sumsOf } from '@/lib/invoices/printed/sums';
import { closeLetter } from '@/lib/pdf/letter';
import { drawSums } from '@/lib/pdf/sums';
import { drawVerification } from '@/lib/pdf/verification';

/**
 * The PDF of an invoice or a credit note in a language: A4 by DIN 5008, PDF/A-3b with tags and embedded fonts, and with its XML
 * where it has one (missingForXml). The same document and language give the same bytes. 1,000 lines take up to two seconds of a
 * processor; call it outside of any transaction.
 */
export async function invoicePdf(document: PrintedDocument, locale: Locale): Promise<Uint8Array> {
  const paper = await openPaper(document, locale);
  await drawRows(paper);
  drawSums(paper, sumsOf(paper));
  drawNotes(paper);
  drawPayment(paper);
  if (document.verifyUrl !== null && document.number !== null) drawVerification(paper, document.verifyUrl);
  await embedXml(paper.sheet, document);
  return closeLetter(paper);
}
