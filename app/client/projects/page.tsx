import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EarlierProjects } from '@/components/projects/earlier-projects';
import { ProjectCard } from '@/components/projects/project-card';
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

const listPage = pageQuery(clientProjectOrder);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('client.projects'))('title') };
}

export default async function ClientProjectsPage({ searchParams }: PageProps<'/client/projects'>) {
  const me = await forPage(clientUser);
  const page = await pageFilter(listPage, searchParams);
  const { data, nextCursor } = await readPage(me, (db) => listPortalProjects(db, page));
  const t = await getTranslations('client.projects');
  const { name: tenant, timeZone } = me.tenant;
  const today = todayIn(timeZone);
  const { projects, earlierProjects } = splitByFinished(data);
  const list = paths.client.projects;

  return (
    <div className="max-w-4xl">
      <PageHeader title={t('title')} lead={t('lead', { tenant })} />
      {data.length === 0 && (
        <EmptyState icon={<Icon name="folder-open" />} title={t('empty.title')}>
          {t('empty.text', { tenant })}
        </EmptyState>
      )}
      {projects.length > 0 && (
        <Section title={t('current')}>
          <ul className="space-y-5">
            {projects.map((project) => (
              <ProjectCard key={project.id} project={project} today={today} />
            ))}
          </ul>
        </Section>
      )}
      {earlierProjects.length > 0 && (
        <Section title={t('earlier')}>
          <EarlierProjects projects={earlierProjects} />
        </Section>
      )}
      <Pagination
        firstHref={page.cursor ? list : null}
        nextHref={nextCursor ? withQuery(list, { cursor: nextCursor }) : null}
      />
    </div>
  );
}
