import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { ProjectHead } from '@/components/projects/project-head';
import { TicketRows } from '@/components/support/ticket-rows';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Pagination } from '@/components/ui/pagination';
import { clientUser } from '@/lib/authz/guards';
import { forPage, pageFilter, pageId, readPage } from '@/lib/doors/page';
import { pageQuery } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import { getProject } from '@/lib/projects/queries';
import { listTickets } from '@/lib/support/queries';
import { ticketOrder } from '@/lib/support/schemas';

const listPage = pageQuery(ticketOrder);

type Props = PageProps<'/client/projects/[id]/tickets'>;

/** Cached per request: the page and its title share one read. */
const load = cache(async (projectId: string, cursor: string | undefined, limit: number) => {
  const me = await forPage(clientUser);
  const read = await readPage(me, async (db) => ({
    project: await getProject(db, { id: projectId }),
    tickets: await listTickets(db, { status: 'all', projectId, limit, ...(cursor ? { cursor } : {}) }, me),
  }));
  return { me, ...read };
});

async function loadPage({ params, searchParams }: Props) {
  const [id, { cursor, limit }] = await Promise.all([pageId(params), pageFilter(listPage, searchParams)]);
  return { ...(await load(id, cursor, limit)), cursor };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations('projects.tabs');
  return { title: `${t('tickets')} · ${(await loadPage(props)).project.name}` };
}

export default async function ClientProjectTicketsPage(props: Props) {
  const { me, project, tickets, cursor } = await loadPage(props);
  const t = await getTranslations('support');
  const address = paths.client.project.tickets(project.id);
  const ask = (
    <LinkButton href={paths.client.newTicket({ project_id: project.id })} look="primary">
      {t('new')}
    </LinkButton>
  );
  return (
    <div className="max-w-page">
      <ProjectHead project={project} viewer="client" current="tickets" />
      {tickets.data.length > 0 ? (
        <>
          <div className="mb-6">{ask}</div>
          <TicketRows tickets={tickets.data} tenant={me.tenant} />
        </>
      ) : (
        <EmptyState title={t('empty.title')} action={ask}>
          {t('empty.text', { tenant: me.tenant.name })}
        </EmptyState>
      )}
      <Pagination
        firstHref={cursor ? address : null}
        nextHref={tickets.nextCursor ? withQuery(address, { cursor: tickets.nextCursor }) : null}
      />
    </div>
  );
}
