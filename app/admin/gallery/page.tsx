import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { curatePhotosAction } from '@/app/admin/gallery/actions';
import { WhoWillSee } from '@/components/explain/who-will-see';
import { TeamGallery } from '@/components/gallery/team-gallery';
import { UploadPhotos } from '@/components/gallery/upload-photos';
import { Messages } from '@/components/layout/messages';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageHeader } from '@/components/ui/page-header';
import { teamMember } from '@/lib/authz/guards';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { firstInternal } from '@/lib/gallery/rule';
import { teamPhotoFilter } from '@/lib/gallery/schemas';
import { countPhotos, listTeamPhotos } from '@/lib/gallery/team-queries';
import { paths, withQuery } from '@/lib/paths';
import { listPhases } from '@/lib/projects/queries';
import { listTeamProjectChoices } from '@/lib/projects/team-queries';
import { uploadKinds } from '@/lib/storage/kinds';

const galleryFilter = teamPhotoFilter.omit({ phaseId: true }).extend({
  limit: teamPhotoFilter.shape.limit.default(100),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gallery.team'))('title') };
}

export default async function TeamGalleryPage({ searchParams }: PageProps<'/admin/gallery'>) {
  const me = await forPage(teamMember);
  const filter = await pageFilter(galleryFilter, searchParams);
  const { projectId } = filter;
  const { photos, counts, projects, phases } = await readPage(me, async (db) => ({
    photos: await listTeamPhotos(db, filter),
    counts: await countPhotos(db, projectId ? { projectId } : {}),
    projects: await listTeamProjectChoices(db, projectId),
    phases: projectId ? (await listPhases(db, { projectId, limit: 200 })).data : [],
  }));
  const t = await getTranslations('gallery.team');
  return (
    <>
      <PageHeader title={t('title')} />
      <FilterBar
        address={paths.admin.gallery}
        choices={[
          { name: 'project_id', label: t('project'), all: t('allProjects'), value: projectId, options: projects },
        ]}
        keep={{ visibility: filter.visibility }}
      />
      {projects.options.length === 0 ? (
        <EmptyState title={t('noProjects')} />
      ) : (
        <div className="mb-10">
          <Messages for={['photos.upload', 'common.upload', 'common.progress', 'common.picker']}>
            <UploadPhotos
              address={paths.files.uploadPhoto}
              maxBytes={uploadKinds.photo.maxBytes}
              place={projectId ? { project: projectId, phases } : { projects }}
              ahead={
                me.userType === 'admin' && (
                  <WhoWillSee ahead="photo" project={projectId ? { id: projectId } : { field: 'project_id' }} />
                )
              }
            />
          </Messages>
        </div>
      )}
      <TeamGallery
        page={photos}
        counts={counts}
        visibility={filter.visibility}
        cursor={filter.cursor}
        address={withQuery(paths.admin.gallery, { project_id: projectId })}
        phases={phases}
        action={curatePhotosAction}
        ahead={me.userType === 'admin' && projectId ? firstInternal(photos.data) : undefined}
        timeZone={me.tenant.timeZone}
      />
    </>
  );
}
