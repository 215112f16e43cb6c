import {
  clampChroma,
  formatHex,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeRgb,
  type Oklch,
  useMode as use,
  wcagContrast,
} from 'culori/fn';

// Only these colour spaces are loaded; in OKLCH equal steps of lightness look equal.
for (const mode of [modeRgb, modeLrgb, modeOklab]) use(mode);
const convert = use(modeOklch);

/** WCAG 2 contrast of two hex colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  return wcagContrast(a, b);
}

/** The portal's own colour, for the platform and for a tenant without one. */
export const defaultAccent = '#2f5d50';

/** The backgrounds of the accent, light and dark; the same values as in app/globals.css. */
const papers = {
  light: { lightest: '#fffdfa', darkest: '#f2eee6' },
  dark: { lightest: '#322e28', darkest: '#110f0d' },
} as const;

export type AccentPalette = {
  /** Fills: buttons, ticks. 3:1 against the paper. */
  fill: string;
  hover: string;
  /** Text on a fill, 4.5:1 on both fills. */
  on: string;
  /** Links, icons, lines, text on `soft`: 4.5:1 on every paper and on `soft`. */
  text: string;
  /** A tint behind text. */
  soft: string;
};

/** Whether the value is `#rgb` or `#rrggbb`; a tenant's colour may have no other form. */
export function isColour(value: string): boolean {
  return /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(value);
}

/**
 * Makes a tenant's colour readable on every background: hue and chroma stay, lightness moves until WCAG AA holds. The default
 * replaces an invalid colour.
 */
export function accentPalette(colour: string, scheme: 'light' | 'dark'): AccentPalette {
  const chosen = toOklch(isColour(colour) ? colour : defaultAccent);
  const dark = scheme === 'dark';
  const soft = toHex({ ...chosen, l: dark ? 0.3 : 0.93, c: Math.min(chosen.c * 0.22, dark ? 0.04 : 0.02) });
  const grounds = [...Object.values(papers[scheme]), soft];

  const text = nearest(chosen, dark ? 1 : -1, (hex) => grounds.every((ground) => contrast(hex, ground) >= 4.55));
  const fill = nearest(
    chosen,
    dark ? 1 : -1,
    (hex) => contrast(hex, grounds[dark ? 0 : 1] ?? soft) >= 3.05 && readableOn(hex) !== null,
  );
  const on = readableOn(fill) ?? '#ffffff';
  const hover = nearest(
    shift(fill, on === '#ffffff' ? -0.06 : 0.05),
    on === '#ffffff' ? -1 : 1,
    (hex) => contrast(on, hex) >= 4.55,
  );
  return { fill, hover, on, text, soft };
}

const kept = new Map<string, string>();

/** The CSS rules of a tenant's colour, for both schemes. Its values consist of hex digits only, so it is safe to inline. */
export function accentCss(colour: string): string {
  // Every page of a tenant needs the same rules, and making them takes hundreds of contrasts.
  const known = kept.get(colour) ?? makeAccentCss(colour);
  if (kept.size < 1000) kept.set(colour, known);
  return known;
}

function makeAccentCss(colour: string): string {
  const light = accentPalette(colour, 'light');
  const dark = accentPalette(colour, 'dark');
  const rule = (name: string, key: keyof AccentPalette) => `--accent${name}:light-dark(${light[key]},${dark[key]})`;
  return `:root{${[rule('', 'fill'), rule('-hover', 'hover'), rule('-on', 'on'), rule('-text', 'text'), rule('-soft', 'soft')].join(';')}}`;
}

/** Changes lightness in the given direction up to the first colour that passes, at the latest to black or white. */
function nearest(start: Oklch, direction: 1 | -1, passes: (hex: string) => boolean): string {
  for (let l = start.l; l >= 0 && l <= 1; l += direction * 0.01) {
    const hex = toHex({ ...start, l });
    if (passes(hex)) return hex;
  }
  return direction === 1 ? '#ffffff' : '#000000';
}

function readableOn(fill: string): string | null {
  return ['#ffffff', '#171512'].find((ink) => contrast(ink, fill) >= 4.55) ?? null;
}

function shift(hex: string, by: number): Oklch {
  const colour = toOklch(hex);
  return { ...colour, l: Math.min(1, Math.max(0, colour.l + by)) };
}

/** Expects a hex colour, which the parser always accepts. */
function toOklch(hex: string): Oklch {
  return convert(hex) ?? { mode: 'oklch', l: 0, c: 0 };
}

/** The hex colour; chroma outside the sRGB gamut is reduced. */
function toHex(colour: Oklch): string {
  return formatHex(clampChroma(colour, 'oklch'));
}
