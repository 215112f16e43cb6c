import { ChartNoAxesGantt } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PhaseTimeline } from '@/components/charts/phase-timeline';
import { TimelineLegend } from '@/components/projects/timeline-legend';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { clientUser } from '@/lib/authz/guards';
import { today as todayIn } from '@/lib/dates';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { pageQuery } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import { splitByFinished } from '@/lib/projects/finished';
import { listPortalProjects } from '@/lib/projects/project-list';
import type { PortalProject } from '@/lib/projects/schemas';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('client.progress'))('title') };
}

export default async function ClientProgressPage({ searchParams }: PageProps<'/client/progress'>) {
  const me = await forPage(clientUser);
  const page = await pageFilter(pageQuery, searchParams);
  const { data, nextCursor } = await readPage(me, (db) => listPortalProjects(db, page));
  const t = await getTranslations('client.progress');
  const today = todayIn(me.tenant.timeZone);
  // Finished projects have an axis of their own: one of years ago would squeeze this month's phases into a hair.
  const { projects, earlierProjects } = splitByFinished(data.filter(({ phases }) => phases.length > 0));
  const list = paths.client.progress;

  return (
    <div className="max-w-page">
      <PageHeader title={t('title')} lead={t('lead')} />
      {projects.length + earlierProjects.length === 0 && (
        <EmptyState icon={<ChartNoAxesGantt />} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      )}
      {projects.length > 0 && (
        <Section title={t('current')} lead={<TimelineLegend />}>
          <PhaseTimeline groups={projects.map(groupOf)} today={today} />
        </Section>
      )}
      {earlierProjects.length > 0 && (
        <Section title={t('earlier')}>
          <PhaseTimeline groups={earlierProjects.map(groupOf)} today={today} />
        </Section>
      )}
      <Pagination
        firstHref={page.cursor ? list : null}
        nextHref={nextCursor ? withQuery(list, { cursor: nextCursor }) : null}
      />
    </div>
  );
}

function groupOf({ id, name, phases }: PortalProject) {
  return { id, name, href: paths.client.project(id), phases };
}
