import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PhaseTimeline } from '@/components/charts/phase-timeline';
import { ScheduleOverview } from '@/components/projects/schedule-overview';
import { TimelineLegend } from '@/components/projects/timeline-legend';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { clientUser } from '@/lib/authz/guards';
import { today as todayIn } from '@/lib/dates';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { pageQuery } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import { clientProjectOrder, listPortalProjects } from '@/lib/projects/overview/queries';
import { splitByFinished } from '@/lib/projects/rule';
import type { PortalProject } from '@/lib/projects/schemas';

const listPage = pageQuery(clientProjectOrder);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('client.progress'))('title') };
}

export default async function ClientProgressPage({ searchParams }: PageProps<'/client/progress'>) {
  const me = await forPage(clientUser);
  const page = await pageFilter(listPage, searchParams);
  const { data, nextCursor } = await readPage(me, (db) => listPortalProjects(db, page));
  const [t, schedule] = await Promise.all([getTranslations('client.progress'), getTranslations('schedule.overview')]);
  const today = todayIn(me.tenant.timeZone);
  // Finished projects have a separate axis: old dates would compress the current phases.
  const { projects, earlierProjects } = splitByFinished(data.filter(({ phases }) => phases.length > 0));
  const list = paths.client.progress;

  return (
    <div className="max-w-page">
      <PageHeader title={t('title')} lead={t('lead')} />
      {projects.length + earlierProjects.length === 0 && (
        <EmptyState icon={<Icon name="chart-no-axes-gantt" />} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      )}
      {projects.length > 0 && (
        <Section title={schedule('title')}>
          <ScheduleOverview projects={projects} today={today} />
        </Section>
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
  return { id, name, href: paths.client.project.show(id), phases };
}
