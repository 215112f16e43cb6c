import { describe, expect, it } from 'vitest';
import { byMonths, byPhase } from '@/components/gallery/group-photos';
import { photoAddressOf, withPhoto } from '@/components/gallery/photo-address';
import { shownPhoto, shownPublicly } from '@/components/gallery/shown-photo';
import type { Photo } from '@/lib/gallery/schemas';

const photo = (wishes: Partial<Photo>): Photo => ({
  id: 'a',
  projectId: 'p',
  projectName: 'House',
  phaseId: null,
  phaseName: null,
  caption: null,
  takenAt: '2026-03-04T12:00:00.000Z',
  width: 2048,
  height: 1365,
  placeholder: '#cccccc',
  variants: [
    { variant: 'large', width: 2048, height: 1365, url: '/large' },
    { variant: 'thumbnail', width: 640, height: 427, url: '/thumbnail' },
    { variant: 'thumbnail-webp', width: 640, height: 427, url: '/thumbnail-webp' },
  ],
  sharedAt: null,
  createdAt: '2026-03-05T00:00:00.000Z',
  ...wishes,
});

const keys = (groups: { key: string; photos: Photo[] }[]) => groups.map(({ key, photos }) => [key, photos.length]);

describe('photos in groups', () => {
  it('by month of the business’s calendar, not of UTC', () => {
    const photos = ['2026-05-31T23:30:00Z', '2026-05-31T20:00:00Z', '2026-03-01T00:00:00Z'].map((takenAt) =>
      photo({ takenAt }),
    );
    expect(keys(byMonths(photos, 'Europe/Lisbon', 1))).toEqual([
      ['2026-06', 1],
      ['2026-05', 1],
      ['2026-03', 1],
    ]);
    expect(keys(byMonths(photos, 'UTC', 1))).toEqual([
      ['2026-05', 2],
      ['2026-03', 1],
    ]);
  });

  it('by month, small months together, so that none leaves its row empty', () => {
    const of = (months: Record<string, number>) =>
      Object.entries(months).flatMap(([month, count]) =>
        Array.from({ length: count }, () => photo({ takenAt: `${month}-10T12:00:00Z` })),
      );
    const spans = (months: Record<string, number>) =>
      byMonths(of(months), 'UTC').map(({ from, to, photos }) => [from, to, photos.length]);
    expect(spans({ '2026-05': 1, '2026-04': 1, '2026-02': 2, '2026-01': 6, '2025-12': 1 })).toEqual([
      ['2026-02-01', '2026-05-01', 4],
      ['2025-12-01', '2026-01-01', 7],
    ]);
    expect(spans({ '2026-05': 1 })).toEqual([['2026-05-01', '2026-05-01', 1]]);
    expect(spans({})).toEqual([]);
  });

  it('by phase, and of those without one by project', () => {
    const photos = [
      photo({ phaseId: '1' }),
      photo({ phaseId: '1' }),
      photo({ phaseId: '2' }),
      photo({}),
      photo({ projectId: 'q' }),
    ];
    expect(keys(byPhase(photos))).toEqual([
      ['1', 2],
      ['2', 1],
      ['p', 1],
      ['q', 1],
    ]);
  });
});

describe('what is shown of a photo', () => {
  const reader = { locale: 'en', timeZone: 'Europe/Lisbon' };
  const words = {
    of: ({ project, date }: { project: string; date: string }) => `${project} ${date}`,
    ofPhase: ({ phase }: { phase: string }) => phase,
  };

  it('is described by its caption, or else by where and when', () => {
    expect(shownPhoto(photo({ caption: 'The ridge' }), reader, words).alt).toBe('The ridge');
    expect(shownPhoto(photo({}), reader, words).alt).toBe('House Mar 4, 2026');
    expect(shownPhoto(photo({ phaseName: 'Roof' }), reader, words).alt).toBe('Roof');
    const unnamed = shownPublicly({ ...photo({}), projectName: null }, 'Photo by Alder');
    expect(unnamed).toMatchObject({ alt: 'Photo by Alder', detail: null, date: null });
    expect(shownPublicly(photo({}), 'Photo by Alder').detail).toBe('House');
  });

  it('has both sizes, and what is not there is replaced by what is', () => {
    const { thumbnail, large } = shownPhoto(photo({}), reader, words);
    expect(thumbnail).toEqual({ jpeg: '/thumbnail', webp: '/thumbnail-webp', width: 640, height: 427 });
    expect(large).toEqual({ jpeg: '/large', webp: null, width: 2048, height: 1365 });
    const lone = photo({ variants: [{ variant: 'large', width: 9, height: 9, url: '/large' }] });
    expect(shownPhoto(lone, reader, words).thumbnail.jpeg).toBe('/large');
  });
});

describe('the address of an open photo', () => {
  it('keeps the rest of the address', () => {
    expect(withPhoto('/client/gallery', { photo: 'a' })).toBe('/client/gallery?photo=a');
    expect(withPhoto('/client/gallery?by=phase&photo=a', { photo: 'b' })).toBe('/client/gallery?by=phase&photo=b');
    expect(withPhoto('/client/gallery?photo=a&compare=b', { photo: null })).toBe('/client/gallery?compare=b');
    expect(withPhoto('/client/gallery?photo=a', { photo: null })).toBe('/client/gallery');
    expect(photoAddressOf(new URLSearchParams('photo=a'))).toEqual({ photo: 'a', compare: null });
  });
});
