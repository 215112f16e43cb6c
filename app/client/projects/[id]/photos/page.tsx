import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { z } from 'zod';
import { recordOpeningAction } from '@/app/client/actions';
import { ClientGallery } from '@/components/gallery/client-gallery';
import { ProjectHead } from '@/components/projects/project-head';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { clientUser } from '@/lib/authz/guards';
import { forPage, pageFilter, pageId, readPage } from '@/lib/doors/page';
import { listNamedPhotos, listPhotos } from '@/lib/gallery/queries';
import { photoOrders } from '@/lib/gallery/schemas';
import { pageLimit, pageQuery } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import { getProject } from '@/lib/projects/queries';

const photosPage = pageQuery(photoOrders.newest).extend({
  limit: pageLimit.default(100),
  photo: z.uuid().optional(),
  compare: z.uuid().optional(),
});

type Props = PageProps<'/client/projects/[id]/photos'>;
type Filter = z.output<typeof photosPage>;

const load = cache(async (id: string, filter: string) => {
  const { photo, compare, ...page } = JSON.parse(filter) as Filter;
  return readPage(await forPage(clientUser), async (db) => {
    const project = await getProject(db, { id });
    const photos = await listPhotos(db, { ...page, projectId: id }, 'newest');
    return { project, photos, besides: await listNamedPhotos(db, [photo, compare], photos.data) };
  });
});

async function loadPage({ params, searchParams }: Props) {
  const [id, filter] = await Promise.all([pageId(params), pageFilter(photosPage, searchParams)]);
  // The filter is serialised because cache() compares arguments by identity.
  return { ...(await load(id, JSON.stringify(filter))), filter };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations('projects.tabs');
  return { title: `${t('photos')} · ${(await loadPage(props)).project.name}` };
}

export default async function ClientProjectPhotosPage(props: Props) {
  const me = await forPage(clientUser);
  const { project, photos, besides, filter } = await loadPage(props);
  const t = await getTranslations('gallery.client');
  const { name: tenant, timeZone } = me.tenant;
  const first = paths.client.project.photos(project.id);
  const address = (cursor: string | null | undefined) => withQuery(first, { cursor });
  return (
    <div className="max-w-page">
      <ProjectHead project={project} viewer="client" current="photos" />
      {photos.data.length === 0 && <EmptyState title={t('empty.title')}>{t('empty.text', { tenant })}</EmptyState>}
      <ClientGallery
        opened={recordOpeningAction}
        photos={photos.data}
        besides={besides}
        order="month"
        namesProject={false}
        address={address(filter.cursor)}
        timeZone={timeZone}
      />
      <Pagination
        firstHref={filter.cursor ? first : null}
        nextHref={photos.nextCursor ? address(photos.nextCursor) : null}
      />
    </div>
  );
}
