import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { z } from 'zod';
import { curatePhotosAction } from '@/app/admin/gallery/actions';
import { WhoWillSee } from '@/components/explain/who-will-see';
import { ClientGallery } from '@/components/gallery/client-gallery';
import { TeamGallery } from '@/components/gallery/team-gallery';
import { UploadPhotos } from '@/components/gallery/upload-photos';
import { Messages } from '@/components/layout/messages';
import { ProjectHead } from '@/components/projects/project-head';
import { Alert } from '@/components/ui/alert';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { TextLink } from '@/components/ui/text-link';
import { teamMember } from '@/lib/authz/guards';
import { forPage, pageFilter, pageId, readPage } from '@/lib/doors/page';
import { firstInternal } from '@/lib/gallery/rule';
import { teamPhotoFilter } from '@/lib/gallery/schemas';
import { countPhotos, listTeamPhotos } from '@/lib/gallery/team-queries';
import { paths, withQuery } from '@/lib/paths';
import { getTeamProject } from '@/lib/projects/team-queries';
import { uploadKinds } from '@/lib/storage/kinds';

const photosFilter = teamPhotoFilter.omit({ projectId: true, phaseId: true }).extend({
  limit: teamPhotoFilter.shape.limit.default(100),
  preview: z.literal('client').optional(),
});

type Props = PageProps<'/admin/projects/[id]/photos'>;
type Filter = z.output<typeof photosFilter>;

const load = cache(async (id: string, filter: string) => {
  const { preview, visibility, ...page } = JSON.parse(filter) as Filter;
  const me = await forPage(teamMember);
  return readPage(me, async (db) => {
    const shown = preview ?? visibility;
    const list = { ...page, projectId: id, ...(shown ? { visibility: shown } : {}) };
    return {
      project: await getTeamProject(db, { id }),
      photos: await listTeamPhotos(db, list),
      counts: await countPhotos(db, { projectId: id }),
    };
  });
});

async function loadPage({ params, searchParams }: Props) {
  const [id, filter] = await Promise.all([pageId(params), pageFilter(photosFilter, searchParams)]);
  // The filter is serialised because cache() compares arguments by identity.
  return { ...(await load(id, JSON.stringify(filter))), filter };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations('gallery.team');
  return { title: `${t('title')} · ${(await loadPage(props)).project.name}` };
}

export default async function ProjectPhotosPage(props: Props) {
  const me = await forPage(teamMember);
  const { project, photos, counts, filter } = await loadPage(props);
  const [t, bulk] = await Promise.all([getTranslations('gallery.team'), getTranslations('bulk')]);
  const { id, clientName, phases } = project;
  const address = paths.admin.projects.photos(id);
  const preview = withQuery(address, { preview: 'client' });
  const { timeZone } = me.tenant;
  const header = <ProjectHead project={project} viewer={me.userType} current="photos" clientName={clientName} />;

  if (filter.preview)
    return (
      <>
        {header}
        <Alert tone="calm" title={t('previewTitle')}>
          {t('previewText', { client: clientName })} <TextLink href={address}>{t('back')}</TextLink>
        </Alert>
        <div className="mt-10">
          {photos.data.length === 0 && <EmptyState title={t('previewEmpty')} />}
          <ClientGallery
            photos={photos.data}
            order="month"
            namesProject={false}
            address={preview}
            timeZone={timeZone}
          />
          <Pagination
            firstHref={filter.cursor ? preview : null}
            nextHref={photos.nextCursor ? withQuery(address, { preview: 'client', cursor: photos.nextCursor }) : null}
          />
        </div>
      </>
    );

  return (
    <>
      {header}
      <div className="mb-10">
        <Messages for={['photos.upload', 'common.upload', 'common.progress', 'common.picker']}>
          <UploadPhotos
            address={paths.files.uploadPhoto}
            maxBytes={uploadKinds.photo.maxBytes}
            place={{ project: id, phases }}
            ahead={me.userType === 'admin' && <WhoWillSee ahead="photo" project={{ id }} />}
          />
        </Messages>
        <p className="mt-3">
          <TextLink href={paths.admin.projects.upload(id, 'photos')}>{bulk('link')}</TextLink>
        </p>
      </div>
      <TeamGallery
        page={photos}
        counts={counts}
        visibility={filter.visibility}
        cursor={filter.cursor}
        address={address}
        phases={phases}
        action={curatePhotosAction}
        preview={{ href: preview, label: t('preview'), current: false }}
        ahead={me.userType === 'admin' ? firstInternal(photos.data) : undefined}
        timeZone={timeZone}
      />
    </>
  );
}
