import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { CaptionedPhotos } from '@/components/gallery/captioned-photos';
import { Lightbox } from '@/components/gallery/lightbox';
import { withPhoto } from '@/components/gallery/photo-address';
import { ShowcaseContact } from '@/components/gallery/showcase-contact';
import { shownPublicly } from '@/components/gallery/shown-photo';
import { Accent } from '@/components/layout/accent';
import { Logo } from '@/components/layout/logo';
import { Messages } from '@/components/layout/messages';
import { Pagination } from '@/components/ui/pagination';
import { pageFilter, readPublicPage } from '@/lib/doors/page';
import { getShowcase, listShowcasePhotos, showcaseOrder } from '@/lib/gallery/showcase/queries';
import { showcaseAddress } from '@/lib/gallery/showcase/schemas';
import { pageLimit, pageQuery } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';

const showcaseFilter = pageQuery(showcaseOrder).extend({ limit: pageLimit.default(100) });

type Props = PageProps<'/showcase/[tenant]'>;

/** Cached per request: the page and its title share one read. */
const load = cache(async (slug: string, limit: number, cursor: string | undefined) =>
  readPublicPage(async (db) => {
    const tenant = await getShowcase(db, slug);
    const query = { limit, ...(cursor ? { cursor } : {}) };
    return { tenant, photos: await listShowcasePhotos(db, { slug, tenantId: tenant.id }, query) };
  }),
);

async function loadPage({ params, searchParams }: Props) {
  const [address, { limit, cursor }] = await Promise.all([params, pageFilter(showcaseFilter, searchParams)]);
  const { data } = showcaseAddress.safeParse(address);
  if (!data) notFound();
  const slug = data.tenant;
  return { ...(await load(slug, limit, cursor)), slug, cursor };
}

/** The only page of the portal that search engines may index. */
export async function generateMetadata(props: Props): Promise<Metadata> {
  const { tenant } = await loadPage(props);
  const t = await getTranslations('gallery.showcase');
  return {
    title: { absolute: t('title', { tenant: tenant.name }) },
    description: t('lead'),
    robots: { index: true, follow: false },
  };
}

export default async function ShowcasePage(props: Props) {
  const { tenant, photos, slug, cursor } = await loadPage(props);
  const t = await getTranslations('gallery.showcase');
  const { name } = tenant;
  const shown = photos.data.map((photo) => shownPublicly(photo, t('photo', { tenant: name })));
  const address = paths.showcase(slug);
  return (
    <>
      <Accent colour={tenant.accent} />
      <main id="content" className="mx-auto max-w-[88rem] px-5 pt-10 pb-24 sm:px-10 sm:pt-16">
        <header className="mb-10 flex flex-col items-start gap-x-6 gap-y-4 sm:mb-14 sm:flex-row sm:items-center">
          {tenant.hasLogo && <Logo address={paths.files.showcaseLogo(slug)} />}
          <div className="min-w-0 flex-1">
            <h1 className="text-title">{t('title', { tenant: name })}</h1>
            <p className="mt-2 text-lg text-ink-soft">{t('lead')}</p>
          </div>
        </header>
        {shown.length === 0 && <p className="text-ink-soft">{t('empty')}</p>}
        <Messages for={['photos.box']}>
          <Lightbox photos={shown}>
            <CaptionedPhotos photos={shown} hrefOf={(photo) => withPhoto(withQuery(address, { cursor }), { photo })} />
          </Lightbox>
        </Messages>
        <Pagination
          firstHref={cursor ? address : null}
          nextHref={photos.nextCursor ? withQuery(address, { cursor: photos.nextCursor }) : null}
        />
        <ShowcaseContact tenant={tenant} />
      </main>
    </>
  );
}
