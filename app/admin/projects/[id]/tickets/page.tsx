import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProjectHead } from '@/components/projects/project-head';
import { InboxTable } from '@/components/support/inbox-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { teamMember } from '@/lib/authz/guards';
import { forPage, pageFilter, pageId, readPage } from '@/lib/doors/page';
import { pageQuery } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import { getTeamProject } from '@/lib/projects/team-queries';
import { inboxOrder } from '@/lib/support/schemas';
import { getTargets } from '@/lib/support/settings/team-queries';
import { listInbox } from '@/lib/support/team-queries';

const listPage = pageQuery(inboxOrder);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('projects.tabs'))('tickets') };
}

export default async function ProjectTicketsPage({ params, searchParams }: PageProps<'/admin/projects/[id]/tickets'>) {
  const me = await forPage(teamMember);
  const [projectId, page] = await Promise.all([pageId(params), pageFilter(listPage, searchParams)]);
  const { project, tickets, targets } = await readPage(me, async (db) => ({
    project: await getTeamProject(db, { id: projectId }),
    tickets: await listInbox(db, { ...page, status: 'all', projectId }, null, me),
    targets: await getTargets(db, me),
  }));
  const t = await getTranslations('support.inbox');
  const address = paths.admin.projects.tickets(projectId);
  return (
    <>
      <ProjectHead project={project} viewer={me.userType} current="tickets" clientName={project.clientName} />
      {tickets.data.length > 0 ? (
        <InboxTable tickets={tickets.data} targets={targets} now={new Date()} timeZone={me.tenant.timeZone} />
      ) : (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      )}
      <Pagination
        firstHref={page.cursor ? address : null}
        nextHref={tickets.nextCursor ? withQuery(address, { cursor: tickets.nextCursor }) : null}
      />
    </>
  );
}
