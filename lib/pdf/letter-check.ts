import { openFonts } from '@/lib/pdf/fonts';
import { lettersWithoutFont } from '@/lib/pdf/letters';

let check: ((texts: readonly string[]) => string[]) | null = null;

/** Opens the fonts for lettersNotHeld: what a door awaits before its transaction. */
export async function openLetterCheck(): Promise<void> {
  const families = await openFonts();
  check = (texts) => lettersWithoutFont(texts, families);
}

/**
 * The letters of texts that no font holds, each once. For a transaction, which waits for no file. Throws Error before
 * openLetterCheck.
 */
export function lettersNotHeld(texts: readonly string[]): string[] {
  if (!check) throw new Error('The door has to await openLetterCheck before the transaction.');
  return check(texts);
}
