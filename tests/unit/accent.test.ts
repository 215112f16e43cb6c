import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accentCss, accentPalette, contrast, defaultAccent, isColour } from '@/lib/accent';

const papers = {
  light: ['#faf8f4', '#fffdfa', '#f2eee6'],
  dark: ['#171512', '#201d19', '#110f0d', '#322e28'],
} as const;
const colours = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe.each(['light', 'dark'] as const)("a business's colour, in %s", (scheme) => {
  test('can be read wherever it stands, whichever it is', () => {
    fc.assert(
      fc.property(colours, (colour) => {
        const { text, soft, fill, hover, on } = accentPalette(colour, scheme);
        for (const paper of [...papers[scheme], soft]) expect(contrast(text, paper)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(on, fill)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(on, hover)).toBeGreaterThanOrEqual(4.5);
        for (const paper of papers[scheme]) expect(contrast(fill, paper)).toBeGreaterThanOrEqual(3);
      }),
      { numRuns: 500 },
    );
  });

  test.each(['#000000', '#ffffff', '#ffff00', '#0000ff', '#ff0000', '#808080'])(
    'holds for the extreme %s',
    (colour) => {
      const { text, on, fill } = accentPalette(colour, scheme);
      expect(
        Math.min(contrast(on, fill), ...papers[scheme].map((paper) => contrast(text, paper))),
      ).toBeGreaterThanOrEqual(4.5);
    },
  );
});

test('a colour that can be read already is used as it is', () => {
  expect(accentPalette('#2f5d50', 'light')).toMatchObject({ fill: '#2f5d50', text: '#2f5d50' });
});

test('what is not a colour becomes the default, and never reaches the page', () => {
  expect(isColour('#ABC')).toBe(true);
  for (const bad of ['red', '#12345', '', 'url(x)', '#fff;}body{display:none', '#fff\n']) {
    expect(isColour(bad)).toBe(false);
    expect(accentCss(bad)).toBe(accentCss(defaultAccent));
  }
  expect(accentCss('#123456')).toMatch(/^:root\{(--accent[a-z-]*:light-dark\(#[0-9a-f]{6},#[0-9a-f]{6}\);?){5}\}$/);
});

test('contrast is what WCAG says it is', () => {
  expect(contrast('#000', '#fff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
