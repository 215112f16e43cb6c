import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { writeCommentAction } from '@/app/client/projects/[id]/updates/actions';
import { RefreshOn } from '@/components/live/refresh-on';
import { ProjectHead } from '@/components/projects/project-head';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { ProjectUpdateList } from '@/components/updates/project-update-list';
import { clientUser } from '@/lib/authz/guards';
import { forPage, pageFilter, pageId, readPage } from '@/lib/doors/page';
import { pageLimit, pageQuery } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import { getProject } from '@/lib/projects/queries';
import { listProjectUpdates } from '@/lib/updates/queries';
import { updateOrder } from '@/lib/updates/schemas';

const updatesPage = pageQuery(updateOrder).extend({ limit: pageLimit.default(10) });

type Props = PageProps<'/client/projects/[id]/updates'>;

const load = cache(async (id: string, cursor: string | undefined, limit: number) =>
  readPage(await forPage(clientUser), async (db) => ({
    project: await getProject(db, { id }),
    updates: await listProjectUpdates(db, { projectId: id, limit, ...(cursor ? { cursor } : {}) }),
  })),
);

async function loadPage({ params, searchParams }: Props) {
  const [id, { cursor, limit }] = await Promise.all([pageId(params), pageFilter(updatesPage, searchParams)]);
  return { ...(await load(id, cursor, limit)), cursor };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations('projects.tabs');
  return { title: `${t('updates')} · ${(await loadPage(props)).project.name}` };
}

export default async function ClientProjectUpdatesPage(props: Props) {
  const me = await forPage(clientUser);
  const { project, updates, cursor } = await loadPage(props);
  const [t, tabs] = await Promise.all([getTranslations('client.project.updates'), getTranslations('projects.tabs')]);
  const address = paths.client.project.updates(project.id);
  return (
    <div className="max-w-page">
      <RefreshOn records={[project.id]} />
      <ProjectHead project={project} viewer="client" current="updates" />
      <h2 className="sr-only">{tabs('updates')}</h2>
      {updates.data.length > 0 ? (
        <ProjectUpdateList updates={updates.data} timeZone={me.tenant.timeZone} comment={writeCommentAction} />
      ) : (
        <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
      )}
      <Pagination
        firstHref={cursor ? address : null}
        nextHref={updates.nextCursor ? withQuery(address, { cursor: updates.nextCursor }) : null}
      />
    </div>
  );
}
