import { accentPalette } from '@/lib/accent';
import { languageOf } from '@/lib/i18n/locales';
import type { Flow } from '@/lib/pdf/flow';
import type { Letter, LetterData } from '@/lib/pdf/letter-data';
import { bottomAbove, drawFeet, footOf } from '@/lib/pdf/letter-foot';
import { drawHead } from '@/lib/pdf/letter-head';
import { closeSheet, openSheet, page } from '@/lib/pdf/sheet';

/** Begins a letter: A4 with the window of DIN 5008, drawn down to the title. */
export async function openLetter(data: LetterData): Promise<Letter> {
  const { title, sender, locale, madeAt } = data;
  const sheet = await openSheet({ title, author: sender.name, lang: languageOf(locale), madeAt });
  const flow: Flow = { sheet, y: page.top, bottom: bottomAbove(footOf(sheet, sender)), runningOn: null };
  const letter = { ...data, sheet, flow, accent: accentPalette(sender.accent, 'light') };
  drawHead(letter);
  return letter;
}

/** Ends a letter: the feet of its pages, and its bytes. */
export function closeLetter(letter: Letter): Promise<Uint8Array> {
  drawFeet(letter);
  return closeSheet(letter.sheet);
}
