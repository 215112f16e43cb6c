import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProjectTable } from '@/components/projects/project-table';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Tabs } from '@/components/ui/tabs';
import { teamMember } from '@/lib/authz/guards';
import { listClientChoices } from '@/lib/clients/queries';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { paths, withQuery } from '@/lib/paths';
import { projectFilter, projectStatus } from '@/lib/projects/schemas';
import { listTeamProjects } from '@/lib/projects/team-queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('projects.list'))('title') };
}

export default async function ProjectsPage({ searchParams }: PageProps<'/admin/projects'>) {
  const me = await forPage(teamMember);
  const filter = await pageFilter(projectFilter, searchParams);
  const { page, clients } = await readPage(me, async (db) => ({
    page: await listTeamProjects(db, filter),
    clients: await listClientChoices(db, filter.clientId),
  }));
  const [t, terms] = await Promise.all([getTranslations('projects.list'), getTranslations('terms.projectStatus')]);
  const { search, status, clientId, cursor } = filter;
  const address = (more: Record<string, string | undefined>) =>
    withQuery(paths.admin.projects.list, { search, status, client_id: clientId, ...more });
  const tabs = [undefined, ...projectStatus.options].map((value) => ({
    href: address({ status: value }),
    label: value ? terms(value) : t('filter.all'),
    current: status === value,
  }));
  const create = (
    <LinkButton href={paths.admin.projects.new} look="primary">
      {t('new')}
    </LinkButton>
  );
  const filtered = Boolean(search || status || clientId || cursor);

  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <>
            {me.userType === 'admin' && (
              <LinkButton href={paths.admin.phaseTemplates.list}>{t('templates')}</LinkButton>
            )}
            {create}
          </>
        }
      />
      <Tabs label={t('filter.label')} tabs={tabs} />
      <FilterBar
        address={paths.admin.projects.list}
        search={{ label: t('search'), value: search }}
        choices={[{ name: 'client_id', label: t('client'), all: t('allClients'), value: clientId, options: clients }]}
        keep={{ status }}
      />
      {page.data.length > 0 ? (
        <ProjectTable projects={page.data} />
      ) : filtered ? (
        <EmptyState
          title={t('none.title')}
          action={
            <LinkButton href={paths.admin.projects.list} look="secondary">
              {t('clear')}
            </LinkButton>
          }
        >
          {t('none.text')}
        </EmptyState>
      ) : (
        <EmptyState title={t('empty.title')} action={create}>
          {t('empty.text')}
        </EmptyState>
      )}
      <Pagination
        firstHref={cursor ? address({}) : null}
        nextHref={page.nextCursor ? address({ cursor: page.nextCursor }) : null}
      />
    </>
  );
}
