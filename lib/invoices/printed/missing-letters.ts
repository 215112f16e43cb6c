import { type FieldMessage, invalid } from '@/lib/errors';
import type { PrintedDocument } from '@/lib/invoices/printed/document';
import { openFonts } from '@/lib/pdf/fonts';
import { lettersNotHeld, openLetterCheck } from '@/lib/pdf/letter-check';
import { lettersWithoutFont, linesIn } from '@/lib/pdf/letters';

type Texts = { lines: readonly { description: string }[] } & Nullable<
  Pick<
    PrintedDocument,
    'issuer' | 'recipient' | 'number' | 'project' | 'notes' | 'exemptionReason' | 'reason' | 'credits'
  >
>;
type Nullable<T> = { [Name in keyof T]?: T[Name] | null };

/**
 * The letters of a document that no font holds, each once. Such a letter would be printed as a question mark. The folder of
 * ORIEL_FONTS may add the fonts that hold it.
 */
export async function missingLetters(document: Texts, fontsDir?: string): Promise<string[]> {
  const families = await openFonts(fontsDir);
  return lettersWithoutFont(Object.values(textsOf(document)).flat(), families);
}

/**
 * Throws VALIDATION with the letters that no font holds, on the field that has them. Asked in the transaction that issues a document,
 * before which its door awaits openLetterCheck.
 */
export function requireLetters(document: Texts): void {
  const errors: Record<string, FieldMessage> = {};
  for (const [field, texts] of Object.entries(textsOf(document))) {
    const letters = lettersNotHeld(texts).slice(0, mostNamed).join(' ');
    if (letters !== '') errors[field] = { key: messages[field] ?? 'lettersMissing', params: { letters } };
  }
  if (Object.keys(errors).length > 0) throw invalid(errors);
}

/** What a door awaits before its transaction for requireLetters. Returns its input. */
export async function withFonts<I>(input: I): Promise<I> {
  await openLetterCheck();
  return input;
}

/** Letters that a message names; whoever writes in another script needs no list of it. */
const mostNamed = 20;

const messages: Record<string, 'lettersOfBusiness' | 'lettersOfClient' | 'lettersOfProject'> = {
  ...{ issuer: 'lettersOfBusiness', recipient: 'lettersOfClient', projectId: 'lettersOfProject' },
};

/** Every text of the document that people have typed, by the field that it was typed into. */
function textsOf({ issuer, recipient, lines, ...rest }: Texts): Record<string, string[]> {
  const { number, project, notes, exemptionReason, reason, credits } = rest;
  const account = issuer ? [issuer.accountHolder, issuer.iban, issuer.bic, issuer.footer] : [];
  const typed: Record<string, (string | null | undefined)[]> = {
    issuer: issuer ? [...partyTexts(issuer), ...account, number, credits?.number] : [],
    recipient: recipient ? partyTexts(recipient) : [],
    ...{ projectId: [project], notes: [notes], exemptionReason: [exemptionReason], reason: [reason] },
    ...Object.fromEntries(lines.map(({ description }, at) => [`lines.${at}.description`, [description]])),
  };
  const present = ([field, texts]: [string, (string | null | undefined)[]]) =>
    [field, texts.filter((text) => typeof text === 'string')] as const;
  return Object.fromEntries(Object.entries(typed).map(present));
}

const partyTexts = ({ name, taxNumber, email, phone, website, address }: PrintedDocument['recipient']) => [
  ...[name, taxNumber, email, phone, website],
  ...linesIn(address),
];
