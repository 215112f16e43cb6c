/** The portal's own colour, for the platform and for a business that chose none. */
export const defaultAccent = '#2f5d50';

type Rgb = readonly [red: number, green: number, blue: number];
type Oklch = { l: number; c: number; h: number };

/** What the accent is laid on, light and dark; the same values as in app/globals.css. */
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

/** `#rgb` or `#rrggbb`, as a business may choose; anything else is not a colour. */
export function isColour(value: string): boolean {
  return /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(value);
}

/**
 * Makes a business's one colour readable everywhere: hue and strength stay, lightness moves until WCAG AA holds. What is
 * not a colour becomes the default.
 */
export function accentPalette(colour: string, scheme: 'light' | 'dark'): AccentPalette {
  const { c, h, l } = toOklch(isColour(colour) ? colour : defaultAccent);
  const dark = scheme === 'dark';
  const tint = { l: dark ? 0.3 : 0.93, c: Math.min(c * 0.22, dark ? 0.04 : 0.02), h };
  const soft = toHex(tint);
  const grounds = [...Object.values(papers[scheme]), soft];

  const text = nearest({ l, c, h }, dark ? 1 : -1, (hex) => grounds.every((ground) => contrast(hex, ground) >= 4.55));
  const fill = nearest(
    { l, c, h },
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

/** The rules that give a page a business's colour, for light and dark at once. Made of hex digits only, so safe to inline. */
export function accentCss(colour: string): string {
  const light = accentPalette(colour, 'light');
  const dark = accentPalette(colour, 'dark');
  const rule = (name: string, key: keyof AccentPalette) => `--accent${name}:light-dark(${light[key]},${dark[key]})`;
  return `:root{${[rule('', 'fill'), rule('-hover', 'hover'), rule('-on', 'on'), rule('-text', 'text'), rule('-soft', 'soft')].join(';')}}`;
}

/** WCAG 2 contrast of two hex colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = toRgb(hex).map(linear) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Walks lightness in the given direction to the first colour that passes; black and white end every walk. */
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

function toRgb(hex: string): Rgb {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex;
  return [1, 3, 5].map((at) => Number.parseInt(full.slice(at, at + 2), 16) / 255) as unknown as Rgb;
}

const linear = (v: number) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const gamma = (v: number) => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);

/** Björn Ottosson's OKLab, in which equal steps of lightness look equal: https://bottosson.github.io/posts/oklab/ */
function toOklch(hex: string): Oklch {
  const [r, g, b] = toRgb(hex).map(linear) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return { l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, c: Math.hypot(a, bb), h: Math.atan2(bb, a) };
}

/** The hex colour; what the screen cannot show loses strength until it can. */
function toHex({ l, c, h }: Oklch): string {
  const channels = toChannels(l, c, h);
  if (c > 0.002 && channels.some((v) => v < -0.001 || v > 1.001)) return toHex({ l, c: c * 0.95, h });
  return `#${channels
    .map((v) =>
      Math.round(Math.min(1, Math.max(0, v)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

function toChannels(lightness: number, c: number, h: number): number[] {
  const a = c * Math.cos(h);
  const b = c * Math.sin(h);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map(gamma);
}
