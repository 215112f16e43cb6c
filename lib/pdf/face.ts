import { create, type Direction, type Glyph, type GlyphRun, type OpenedFont, type Subset } from 'fontkit';

/** A font of one weight. pdfkit takes an opened font wherever its types say Buffer. */
export type Face = { name: string; font: OpenedFont };

const rightToLeftOverride = '\u202e';

/** Words whose layout is kept for all documents, which takes a few megabytes. */
const mostKnown = 5_000;
const longestKnown = 20;

/** Letters whose glyph may take no room and show nothing: the joiners, NUL. */
const invisible = [0x200c, 0x200d, 0];

/** Marks a text for layout from right to left, by the character with which Unicode does. */
export function fromTheRight(text: string): string {
  return rightToLeftOverride + text;
}

/**
 * Opens a TrueType or OpenType font for pdfkit. Its layout takes the direction from the text's mark, because fontkit guesses it
 * from the script and would turn Arabic digits round. Figures have one width, and `->` stays two letters, so that a text copied
 * from the PDF is the text.
 */
export function openFace(bytes: Uint8Array): Face {
  const font = create(bytes);
  keepLetters(font);
  const layout = font.layout.bind(font);
  const directed = (text: string, tnum: boolean, direction: Direction) =>
    layout(text, { tnum, calt: false, liga: false }, undefined, undefined, direction);
  const laidOut = (text: string) => {
    if (text.startsWith(rightToLeftOverride))
      return joined([letterByLetter(directed(text.slice(1), true, 'rtl'), nothing)]);
    // A hyphen as wide as a figure would tear a number like 2026-0001 apart.
    const parts = text.split(/(-+)/).filter((part) => part !== '');
    return joined(parts.map((part) => directed(part, !part.startsWith('-'), 'ltr')));
  };
  const nothing = invisible
    .filter((letter) => font.hasGlyphForCodePoint(letter))
    .map((letter) => font.glyphForCodePoint(letter))
    .find((glyph) => glyph.advanceWidth === 0);
  const known = new Map<string, GlyphRun>();
  font.layout = (text) => {
    const run = known.get(text) ?? laidOut(text);
    if (known.size < mostKnown && text.length <= longestKnown) known.set(text, run);
    // pdfkit scales the positions in place.
    return { ...run, positions: run.positions.map((position) => ({ ...position })) };
  };
  const createSubset = font.createSubset.bind(font);
  font.createSubset = () => byLetters(createSubset());
  return { name: font.postscriptName ?? String(font.familyName), font };
}

/** Several glyphs as one run, each with an id that names its letters too. */
function joined(runs: readonly GlyphRun[]): GlyphRun {
  return {
    glyphs: runs.flatMap(({ glyphs }) =>
      glyphs.map(({ id, codePoints, advanceWidth }) => ({ id: `${id}/${codePoints}`, codePoints, advanceWidth })),
    ),
    positions: runs.flatMap(({ positions }) => positions),
    advanceWidth: runs.reduce((sum, run) => sum + run.advanceWidth, 0),
  };
}

/**
 * Readers of PDFs turn letters from the right round one by one, also the two of a ligature: “لا” would be copied as “ال”. So a
 * ligature stands for its last letter, and glyphs without width beside it for the others.
 */
function letterByLetter(run: GlyphRun, nothing: Glyph | undefined): GlyphRun {
  if (!nothing) return run;
  const { glyphs, positions, advanceWidth } = run;
  const spread = glyphs.flatMap((glyph, at) => {
    const [last, ...others] = glyph.codePoints.toReversed();
    const shown = { glyph: { ...shape(glyph), codePoints: last === undefined ? [] : [last] }, position: positions[at] };
    const none = { xAdvance: 0, yAdvance: 0, xOffset: 0, yOffset: 0 };
    return [shown, ...others.map((letter) => ({ glyph: { ...shape(nothing), codePoints: [letter] }, position: none }))];
  });
  return {
    glyphs: spread.map(({ glyph }) => glyph),
    positions: spread.flatMap(({ position }) => position ?? []),
    advanceWidth,
  };
}

function shape({ id, advanceWidth }: Glyph) {
  return { id, advanceWidth };
}

/**
 * fontkit remembers a glyph with the letters of its first use: η, first met as a part of ή, would stand for no letter ever
 * after, and one document's text would depend on those before. Here a glyph is remembered per letters.
 */
function keepLetters(font: OpenedFont): void {
  const getGlyph = font.getGlyph.bind(font);
  const known = new Map<string, Glyph>();
  font.getGlyph = (id, codePoints = []) => {
    const key = `${id}/${codePoints}`;
    const glyph: Glyph = known.get(key) ?? Object.create(getGlyph(id), { codePoints: { value: codePoints } });
    known.set(key, glyph);
    return glyph;
  };
}

/**
 * A subset with one copy of a glyph for each letter that it stands for. In Inter ι and ɩ are one glyph; with one copy both
 * would be copied from the PDF as the one that came first.
 */
function byLetters(subset: Subset): Subset {
  const places = new Map<string, number>();
  subset.includeGlyph = (glyph) => {
    const key = String(typeof glyph === 'object' ? glyph.id : glyph);
    const place = places.get(key) ?? subset.glyphs.push(Number.parseInt(key, 10)) - 1;
    places.set(key, place);
    return place;
  };
  places.set('0', 0);
  return subset;
}
