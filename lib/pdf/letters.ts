import type { Family } from '@/lib/pdf/fonts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Marks that direct other letters and have no shape: joiners, directions, variation selectors. No font has to hold them. */
const shapeless = /^\p{Default_Ignorable_Code_Point}$/u;

/** A text as it is set: composed, without control characters, with tabs as blanks and one form of line end. */
export function settable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu, (letter) => (letter === '\n' ? letter : ''));
}

/** A letter with its marks, and the number of the family that holds all of it; -1 where none does. */
export type Letter = { text: string; family: number };

/** Splits a text into letters. A letter without a shape of its own stays with the one before it. */
export function lettersOf(text: string, families: readonly Family[]): Letter[] {
  return [...graphemes.segment(text)].map(({ segment }) => ({ text: segment, family: familyOf(segment, families) }));
}

function familyOf(letter: string, families: readonly Family[]): number {
  const points = [...letter].filter((part) => !shapeless.test(part)).map((part) => part.codePointAt(0) ?? 0);
  return families.findIndex(({ regular, bold }) =>
    points.every((point) => regular.font.hasGlyphForCodePoint(point) && bold.font.hasGlyphForCodePoint(point)),
  );
}

/** The letters of texts that no family holds, each once, in order of their first use. */
export function lettersWithoutFont(texts: readonly string[], families: readonly Family[]): string[] {
  const missing = texts.flatMap((text) =>
    lettersOf(settable(text), families)
      .filter(({ text: letter, family }) => family === -1 && letter !== '\n')
      .map(({ text: letter }) => letter),
  );
  return [...new Set(missing)];
}

/** The lines of a text, without blanks around them and without empty ones. */
export function linesIn(text: string | null): string[] {
  return (text ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
