import type { PrintedDocument } from '@/lib/invoices/printed/document';
import { openFonts } from '@/lib/pdf/fonts';
import { lettersWithoutFont, linesIn } from '@/lib/pdf/letters';

/**
 * The letters of a document that no font holds, each once. Asked before issuing: such a letter would be printed as a question
 * mark. The folder of ORIEL_FONTS may add the fonts that hold it.
 */
export async function missingLetters(document: PrintedDocument, fontsDir?: string): Promise<string[]> {
  return lettersWithoutFont(textsOf(document), await openFonts(fontsDir));
}

/** Every text of the document that people have typed. */
function textsOf({ issuer, recipient, lines, ...rest }: PrintedDocument): string[] {
  const parties = [issuer, recipient].flatMap((party) => [
    ...[party.name, party.taxNumber, party.email, party.phone, party.website],
    ...linesIn(party.address),
  ]);
  const { number, project, notes, exemptionReason, reason, credits } = rest;
  return [
    ...[...parties, issuer.accountHolder, issuer.iban, issuer.bic, issuer.footer],
    ...[number, project, notes, exemptionReason, reason, credits?.number ?? null],
    ...lines.map(({ description }) => description),
  ].filter((text) => text !== null);
}
