import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { TeamGallery } from '@/components/gallery/team-gallery';
import { firstInternal } from '@/lib/gallery/rule';
import { catalogues } from '@/lib/i18n/catalogues';

const id = '01900000-0000-7000-8000-000000000001';

const gallery = (ahead: string | undefined) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={catalogues.en} timeZone="UTC">
      <TeamGallery
        page={{ data: [], nextCursor: null }}
        counts={{ internal: 1, client: 0, public: 0 }}
        visibility={undefined}
        cursor={undefined}
        address="/admin/gallery"
        phases={[]}
        action={async () => ({ status: 'done' })}
        ahead={ahead}
        timeZone="UTC"
      />
    </NextIntlClientProvider>,
  );

it('before photos of a project are shared together, a link says who will see them', () => {
  expect(gallery(id)).toMatch(new RegExp(`href="/admin/explain/photo/${id}".*Who will see these photos`));
  expect(gallery(undefined)).not.toContain('/admin/explain');
});

it('it asks about a photo that the team alone sees', () => {
  const photos = [
    { id: 'a', visibility: 'client' as const },
    { id: 'b', visibility: 'internal' as const },
  ];
  expect(firstInternal(photos)).toBe('b');
  expect(firstInternal(photos.slice(0, 1))).toBeUndefined();
});
