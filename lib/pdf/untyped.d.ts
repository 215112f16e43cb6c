// Packages without types, as far as lib/pdf uses them.

declare module 'linebreak' {
  /** Positions at which a line may end, by Unicode Standard Annex 14. */
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { position: number; required?: boolean } | null;
  }
}

declare module 'fontkit' {
  export type Direction = 'ltr' | 'rtl';
  export type Glyph = { id: number | string; codePoints: readonly number[]; advanceWidth: number };
  export type GlyphRun = { glyphs: Glyph[]; positions: object[]; advanceWidth: number };
  export type Subset = { glyphs: number[]; includeGlyph(glyph: Glyph | number | string): number };
  export type OpenedFont = {
    postscriptName: string | null;
    familyName: string | null;
    subfamilyName: string | null;
    unitsPerEm: number;
    ascent: number;
    descent: number;
    variationAxes: Record<string, unknown>;
    'OS/2'?: { usWeightClass?: number };
    getGlyph(id: number, codePoints?: readonly number[]): Glyph;
    glyphForCodePoint(codePoint: number): Glyph;
    createSubset(): Subset;
    hasGlyphForCodePoint(codePoint: number): boolean;
    layout(
      text: string,
      features?: readonly string[] | Record<string, boolean>,
      script?: string,
      language?: string,
      direction?: Direction,
    ): GlyphRun;
  };
  export function create(bytes: Uint8Array): OpenedFont;
}
