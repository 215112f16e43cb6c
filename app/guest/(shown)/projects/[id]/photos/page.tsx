import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { GuestPhotos } from '@/components/guests/guest-photos';
import { GuestProjectHead } from '@/components/guests/guest-project-head';
import { Pagination } from '@/components/ui/pagination';
import { forGuest, noteVisit, readGuestPage } from '@/lib/doors/guest';
import { pageFilter, pageId } from '@/lib/doors/page';
import { listPhotos } from '@/lib/gallery/queries';
import { photoOrders } from '@/lib/gallery/schemas';
import { getGuestProjectName } from '@/lib/guests/shown/queries';
import { pageQuery } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';

const listPage = pageQuery(photoOrders.newest);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('guests.section'))('photos') };
}

export default async function GuestPhotosPage({ params, searchParams }: PageProps<'/guest/projects/[id]/photos'>) {
  const guest = await forGuest('photos');
  const [id, filter] = await Promise.all([pageId(params), pageFilter(listPage, searchParams)]);
  const { project, photos } = await readGuestPage(guest, async (db) => ({
    project: await getGuestProjectName(db, id),
    photos: await listPhotos(db, { ...filter, projectId: id }, 'newest'),
  }));
  noteVisit(guest, { place: 'photos', recordId: id, name: project.name });
  const t = await getTranslations('guests.shown');
  const address = paths.guest.photos(id);
  const shown = photos.data.map(({ id: photo, caption, takenAt }) => ({ id: photo, caption, takenAt }));
  return (
    <>
      <GuestProjectHead project={project} sections={guest.sections} current="photos" />
      {shown.length === 0 && <p className="text-ink-soft">{t('empty')}</p>}
      <GuestPhotos photos={shown} timeZone={guest.tenant.timeZone} />
      <Pagination
        firstHref={filter.cursor ? address : null}
        nextHref={photos.nextCursor ? withQuery(address, { cursor: photos.nextCursor }) : null}
      />
    </>
  );
}
