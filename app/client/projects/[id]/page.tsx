import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PhaseTimeline } from '@/components/charts/phase-timeline';
import { DocumentRows } from '@/components/documents/document-rows';
import { PhotoStrip } from '@/components/gallery/photo-strip';
import { ProjectOverview } from '@/components/projects/project-overview';
import { ProjectStatusBadge } from '@/components/projects/project-status-badge';
import { TimelineLegend } from '@/components/projects/timeline-legend';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { ProjectUpdateList } from '@/components/updates/project-update-list';
import { clientUser } from '@/lib/authz/guards';
import { today as todayIn } from '@/lib/dates';
import { listClientDocuments } from '@/lib/documents/queries';
import { forPage, pageFilter, pageId, readPage } from '@/lib/doors/page';
import { latestPhotos } from '@/lib/gallery/queries';
import { pageLimit, pageQuery } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import { getProject } from '@/lib/projects/queries';
import { listProjectUpdates, updateOrder } from '@/lib/updates/queries';

/** Maximum number of documents and photos on this page; the separate pages show all. */
const [mostDocuments, mostPhotos] = [5, 8];

const updatesPage = pageQuery(updateOrder).extend({ limit: pageLimit.default(10) });

// The title and the page share one guarded read, so the title of an inaccessible project does not leak.
const load = cache(async (id: string, cursor: string | undefined, limit: number) => {
  const me = await forPage(clientUser);
  return readPage(me, async (db) => ({
    project: await getProject(db, { id }),
    photos: await latestPhotos(db, { projectId: id }, mostPhotos),
    documents: await listClientDocuments(db, { projectId: id, limit: mostDocuments }),
    updates: await listProjectUpdates(db, { projectId: id, limit, ...(cursor ? { cursor } : {}) }),
  }));
});

type Props = PageProps<'/client/projects/[id]'>;

async function loadPage({ params, searchParams }: Props) {
  const [id, { cursor, limit }] = await Promise.all([pageId(params), pageFilter(updatesPage, searchParams)]);
  return { ...(await load(id, cursor, limit)), cursor };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await loadPage(props)).project.name };
}

export default async function ClientProjectPage(props: Props) {
  const me = await forPage(clientUser);
  const { project, updates, documents, photos, cursor } = await loadPage(props);
  const [t, nav, papers] = await Promise.all([
    getTranslations('client.project'),
    getTranslations('client.nav'),
    getTranslations('documents.client'),
  ]);
  const { timeZone } = me.tenant;
  const today = todayIn(timeZone);
  const address = paths.client.project(project.id);

  return (
    <div className="max-w-page">
      <PageHeader
        trail={[{ href: paths.client.projects, label: nav('projects') }]}
        title={project.name}
        badge={<ProjectStatusBadge status={project.status} />}
      />
      <ProjectOverview project={project} today={today} />
      <Section title={t('phases.title')} lead={project.phases.length > 0 && <TimelineLegend />}>
        {project.phases.length > 0 ? (
          <PhaseTimeline groups={[{ id: project.id, phases: project.phases }]} today={today} />
        ) : (
          <p className="text-ink-soft">{t('phases.empty')}</p>
        )}
      </Section>
      <PhotoStrip
        photos={photos}
        timeZone={timeZone}
        href={withQuery(paths.client.gallery, { project_id: project.id })}
      />
      <Section
        title={papers('ofProject')}
        aside={
          documents.nextCursor && (
            <TextLink href={withQuery(paths.client.documents, { project_id: project.id })}>{papers('all')}</TextLink>
          )
        }
      >
        {documents.data.length > 0 ? (
          <DocumentRows documents={documents.data} label={papers('ofProject')} timeZone={timeZone} />
        ) : (
          <p className="text-ink-soft">{papers('noneYet')}</p>
        )}
      </Section>
      <Section title={t('updates.title')}>
        {updates.data.length > 0 ? (
          <ProjectUpdateList updates={updates.data} timeZone={timeZone} />
        ) : (
          <p className="text-ink-soft">{t('updates.empty')}</p>
        )}
        <Pagination
          firstHref={cursor ? address : null}
          nextHref={updates.nextCursor ? withQuery(address, { cursor: updates.nextCursor }) : null}
        />
      </Section>
    </div>
  );
}
