import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { commentAction, postUpdateAction } from '@/app/admin/projects/[id]/updates/actions';
import { RefreshOn } from '@/components/live/refresh-on';
import { ProjectHead } from '@/components/projects/project-head';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Composer } from '@/components/updates/composer';
import { TeamUpdateList } from '@/components/updates/team-update-list';
import { teamMember } from '@/lib/authz/guards';
import { forPage, pageFilter, pageId, readPage } from '@/lib/doors/page';
import { listTeamPhotos } from '@/lib/gallery/team-queries';
import { pageLimit, pageQuery } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import { getTeamProject } from '@/lib/projects/team-queries';
import { updateOrder } from '@/lib/updates/schemas';
import { listUpdatesOf } from '@/lib/updates/team-queries';

const updatesPage = pageQuery(updateOrder).extend({ limit: pageLimit.default(20) });
/** The newest photos of the project that the composer offers; the page of a draft offers them too. */
const mostPhotos = 24;

type Props = PageProps<'/admin/projects/[id]/updates'>;

const load = cache(async (id: string, cursor: string | undefined, limit: number) =>
  readPage(await forPage(teamMember), async (db) => ({
    project: await getTeamProject(db, { id }),
    updates: await listUpdatesOf(db, { id, limit, ...(cursor ? { cursor } : {}) }),
    photos: (await listTeamPhotos(db, { projectId: id, limit: mostPhotos })).data,
  })),
);

async function loadPage({ params, searchParams }: Props) {
  const [id, { cursor, limit }] = await Promise.all([pageId(params), pageFilter(updatesPage, searchParams)]);
  return { ...(await load(id, cursor, limit)), cursor };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations('updates.list');
  return { title: `${t('title')} · ${(await loadPage(props)).project.name}` };
}

export default async function ProjectUpdatesPage(props: Props) {
  const me = await forPage(teamMember);
  const { project, updates, photos, cursor } = await loadPage(props);
  const t = await getTranslations('updates.list');
  const { id, clientName, phases } = project;
  const { timeZone } = me.tenant;
  const address = paths.admin.projects.updates(id);
  const place = {
    projectId: id,
    clientName,
    phases,
    photos: photos.filter(({ visibility }) => visibility !== 'public'),
  };
  return (
    <>
      <RefreshOn records={[id]} />
      <ProjectHead project={project} viewer={me.userType} current="updates" clientName={clientName} />
      <Composer action={postUpdateAction} place={place} asks={me.userType === 'admin'} timeZone={timeZone} />

      <h2 className="sr-only">{t('title')}</h2>
      {updates.data.length > 0 ? (
        <TeamUpdateList updates={updates.data} timeZone={timeZone} comment={commentAction} />
      ) : (
        <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
      )}
      <Pagination
        firstHref={cursor ? address : null}
        nextHref={updates.nextCursor ? withQuery(address, { cursor: updates.nextCursor }) : null}
      />
    </>
  );
}
