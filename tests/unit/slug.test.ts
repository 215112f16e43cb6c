import { describe, expect, it } from 'vitest';
import { freeSlug, slugOf } from '@/lib/tenants/slug';

describe('a business’s address', () => {
  it.each([
    ['Harbor & Pine Builders', 'harbor-pine-builders'],
    ['  Äußere Höfe — GmbH ', 'aussere-hofe-gmbh'],
    ['株式会社', 'business'],
    ['a'.repeat(80), 'a'.repeat(63)],
  ])('%s → %s', (name, slug) => expect(slugOf(name)).toBe(slug));

  it('is numbered on where it is taken', () => {
    expect(freeSlug('harbor', new Set())).toBe('harbor');
    expect(freeSlug('harbor', new Set(['harbor', 'harbor-2']))).toBe('harbor-3');
  });
});
