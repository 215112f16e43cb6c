import bidiFactory from 'bidi-js';
import LineBreaker from 'linebreak';
import { type Face, fromTheRight } from '@/lib/pdf/face';
import type { Family, Weight } from '@/lib/pdf/fonts';
import { type Letter, lettersOf, settable } from '@/lib/pdf/letters';

const bidi = bidiFactory();

/** Letters of one font and one direction, in the order in which a font lays them out. Widths are in points. */
export type Run = { face: Face; text: string; backwards: boolean; width: number };

/** A line with its runs from left to right. */
export type Line = { runs: Run[]; width: number };

export type Style = { size: number; weight?: Weight };

/** Sets a text in lines of at most `width` points: paragraphs at line feeds, breaks by UAX 14, order by UAX 9. */
export type TextSetter = (text: string, style: Style, width?: number) => Line[];

/** A letter with its embedding level, even from the left and odd from the right. */
type Placed = Letter & { level: number };

const rightToLeft =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Letters that the first family holds and that stand from left to right. */
const plain = /^[\x20-\x7e\xa0-\xac\xae-\xff\u202f\u2013\u20ac]*$/;
const directions = /[\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const shapeless = /\p{Default_Ignorable_Code_Point}/gu;

/** Makes the setter of one document, which measures each word of a font once. */
export function textSetter(families: readonly Family[]): TextSetter {
  const units = new Map<Face, Map<string, number>>();

  /** Word by word as pdfkit lays it out, a run from the right as a whole. */
  function measured({ face, text, backwards }: Omit<Run, 'width'>, size: number): number {
    const known = units.get(face) ?? new Map<string, number>();
    units.set(face, known);
    let sum = 0;
    for (const word of backwards ? [text] : (text.match(/[^ ]* |[^ ]+$/g) ?? [])) {
      const width = known.get(word) ?? face.font.layout(word).advanceWidth / face.font.unitsPerEm;
      known.set(word, width);
      sum += width;
    }
    return sum * size;
  }

  /** A text of plain letters that fits into one line: most cells of a table, which need none of the rest. */
  function shortLine(paragraph: string, { size, weight = 'regular' }: Style, width: number): Line | null {
    const face = families[0]?.[weight];
    if (!face || !plain.test(paragraph)) return null;
    const run = { face, text: paragraph.trimEnd(), backwards: false };
    const own = measured(run, size);
    return own <= width ? { runs: run.text === '' ? [] : [{ ...run, width: own }], width: own } : null;
  }

  /** The letters as runs from left to right. */
  function runsOf(letters: readonly Placed[], { size, weight = 'regular' }: Style): Run[] {
    const parts: { letters: Placed[]; level: number }[] = [];
    for (const letter of letters) {
      const last = parts.at(-1);
      if (last && last.level === letter.level && last.letters[0]?.family === letter.family) last.letters.push(letter);
      else parts.push({ letters: [letter], level: letter.level });
    }
    return inVisualOrder(parts).flatMap(({ letters, level }) => {
      const face = families[Math.max(0, letters[0]?.family ?? 0)]?.[weight];
      if (!face) return [];
      const backwards = level % 2 === 1;
      const text = letters.map((letter) => shapesOf(letter, face, backwards)).join('');
      if (text === '') return [];
      const run = { face, text: backwards ? fromTheRight(text) : text, backwards };
      return [{ ...run, width: measured(run, size) }];
    });
  }

  const widthOf = (letters: readonly Placed[], style: Style) =>
    runsOf(letters, style).reduce((sum, { width }) => sum + width, 0);

  function linesOf(paragraph: string, style: Style, width: number): Line[] {
    const short = shortLine(paragraph, style, width);
    if (short) return [short];
    const lines: Line[] = [];
    let line: Placed[] = [];
    let used = 0;
    const close = () => {
      const runs = runsOf(withoutEnd(line), style);
      lines.push({ runs, width: runs.reduce((sum, run) => sum + run.width, 0) });
      line = [];
      used = 0;
    };
    for (const word of wordsOf(placed(paragraph, families))) {
      const full = widthOf(word, style);
      const needed = widthOf(withoutEnd(word), style);
      if (line.length > 0 && used + needed > width) close();
      if (needed <= width) {
        line.push(...word);
        used += full;
        continue;
      }
      // A word that is wider than a line breaks anywhere.
      for (const letter of word) {
        const own = widthOf([letter], style);
        if (line.length > 0 && used + own > width) close();
        line.push(letter);
        used += own;
      }
    }
    close();
    return lines;
  }

  return (text, style, width = Number.POSITIVE_INFINITY) =>
    settable(text)
      .split('\n')
      .flatMap((paragraph) => linesOf(paragraph, style, width));
}

function placed(paragraph: string, families: readonly Family[]): Placed[] {
  const levels = rightToLeft.test(paragraph) ? bidi.getEmbeddingLevels(paragraph, 'auto').levels : null;
  let at = 0;
  let before = 0;
  return lettersOf(paragraph, families).map((letter) => {
    const level = levels?.[at] ?? 0;
    at += letter.text.length;
    // A blank keeps the font of the word before it, so that a name of several words is one run.
    const space = letter.text === ' ' && families[before]?.regular.font.hasGlyphForCodePoint(32);
    const family = space ? before : letter.family;
    before = Math.max(0, family);
    return { ...letter, family, level };
  });
}

/** The letters between the places where a line may end. */
function wordsOf(letters: readonly Placed[]): Placed[][] {
  const text = letters.map((letter) => letter.text).join('');
  const breaker = new LineBreaker(text);
  const words: Placed[][] = [];
  let [at, index] = [0, 0];
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) {
    if (found.position < text.length && endsInSign(text.slice(0, found.position))) continue;
    const word: Placed[] = [];
    for (let letter = letters[index]; letter && at < found.position; letter = letters[index]) {
      word.push(letter);
      at += letter.text.length;
      index += 1;
    }
    if (word.length > 0) words.push(word);
  }
  return words;
}

function withoutEnd(letters: readonly Placed[]): readonly Placed[] {
  const last = letters.findLastIndex(({ text }) => text !== ' ');
  return last === letters.length - 1 ? letters : letters.slice(0, last + 1);
}

/** What the font lays out for a letter: mirrored where it stands backwards, a question mark where no font holds it. */
function shapesOf({ text, family }: Placed, face: Face, backwards: boolean): string {
  if (family === -1) return '?';
  const visible = text
    .replace(directions, '')
    .replace(shapeless, (mark) => (face.font.hasGlyphForCodePoint(mark.codePointAt(0) ?? 0) ? mark : ''));
  return backwards ? (bidi.getMirroredCharacter(visible) ?? visible) : visible;
}

/** Rule L2 of UAX 9: from the highest level down, every sequence of that level or higher is turned round. */
function inVisualOrder<T extends { level: number }>(parts: T[]): T[] {
  const order = [...parts];
  const highest = Math.max(0, ...order.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < order.length; start++) {
      if ((order[start]?.level ?? 0) < level) continue;
      let end = start;
      while ((order[end + 1]?.level ?? 0) >= level) end += 1;
      order.splice(start, end - start + 1, ...order.slice(start, end + 1).reverse());
      start = end;
    }
  }
  return order;
}

/** A hyphen that begins a word stays with it, by LB20a of UAX 14, which the library does not have yet: “-KWD 12.000”. */
const endsInSign = (text: string) => /(?:^|\s)[-\u2010]$/.test(text.slice(-2));
