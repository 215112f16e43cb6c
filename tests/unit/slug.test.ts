import { describe, expect, it } from 'vitest';
import { freeSlug, slugOf } from '@/lib/slug';

describe('a name in an address', () => {
  it.each([
    ['Harbor & Pine Builders', 'harbor-pine-builders'],
    ['Außenanlagen & Café', 'aussenanlagen-cafe'],
    ['  2nd floor: windows  ', '2nd-floor-windows'],
    ['基礎', 'phase'],
    ['—', 'phase'],
  ])('%s → %s', (name, slug) => {
    expect(slugOf(name, 'phase')).toBe(slug);
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
