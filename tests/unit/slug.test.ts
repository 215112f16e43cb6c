import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeSlug, slugOf } from '@/lib/slug';

describe('a name in an address', () => {
  it.each([
    ['Harbor & Pine Builders', 'harbor-pine-builders'],
    ['Außenanlagen & Café', 'aussenanlagen-cafe'],
    ['  2nd floor: windows  ', '2nd-floor-windows'],
    ['Müller & Söhne, Öl', 'mueller-soehne-oel'],
    ['Mu\u0308ller', 'mueller'],
    ['Łódź', 'lodz'],
    ['Smørrebrød Åse', 'smorrebrod-ase'],
    ['Đặng ﬁne', 'dang-fine'],
    ['Færøer Þór œuvre', 'faeroer-thor-oeuvre'],
    ['ĦAL ŊORD ıstanbul ĳs', 'hal-nord-istanbul-ijs'],
    ['McAdam I ♥ iPhones', 'mcadam-i-iphones'],
    ['基礎', 'phase'],
    ['—', 'phase'],
  ])('%s → %s', (name, slug) => {
    expect(slugOf(name, 'phase')).toBe(slug);
  });

  it('keeps every letter of the Latin blocks of Europe', () => {
    const codes = Array.from({ length: 0x180 - 0xc0 }, (_, at) => String.fromCodePoint(0xc0 + at));
    const lost = codes.filter((letter) => /\p{L}/u.test(letter) && slugOf(letter, '') === '');
    expect(lost).toEqual([]);
  });

  it('is always what an address takes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary', maxLength: 300 })), (name) => {
        const slug = slugOf(name, 'phase');
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slug.length).toBeLessThanOrEqual(63);
      }),
    );
  });

  it('is never longer than a label, and never ends in a hyphen', () => {
    const slug = slugOf(`${'a'.repeat(62)} b`, 'phase');
    expect(slug).toBe('a'.repeat(62));
    const taken = new Set([slug]);
    expect(freeSlug(slug, taken)).toBe(`${'a'.repeat(61)}-2`);
  });

  it('takes the first number that is free', () => {
    expect(freeSlug('roof', new Set())).toBe('roof');
    expect(freeSlug('roof', new Set(['roof', 'roof-2']))).toBe('roof-3');
  });
});
