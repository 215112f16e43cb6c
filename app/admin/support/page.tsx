import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RefreshOn } from '@/components/live/refresh-on';
import { InboxKeys } from '@/components/support/inbox-keys';
import { InboxTable } from '@/components/support/inbox-table';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Tabs } from '@/components/ui/tabs';
import { teamMember } from '@/lib/authz/guards';
import { listClientChoices } from '@/lib/clients/queries';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { paths, withQuery } from '@/lib/paths';
import { ticketCategories, ticketPriorities, ticketStatuses } from '@/lib/support/rule';
import { inboxFilter } from '@/lib/support/schemas';
import { getTargets } from '@/lib/support/settings/team-queries';
import { countInbox, findTickets, listInbox } from '@/lib/support/team-queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('support.inbox'))('title') };
}

export default async function InboxPage({ searchParams }: PageProps<'/admin/support'>) {
  const me = await forPage(teamMember);
  const filter = await pageFilter(inboxFilter, searchParams);
  const { status, assigned, priority, category, clientId, projectId, search, cursor } = filter;
  const { page, counts, targets, clients } = await readPage(me, async (db) => {
    const found = await findTickets(db, search);
    return {
      page: await listInbox(db, filter, found, me),
      counts: await countInbox(db, filter, found, me),
      targets: await getTargets(db, me),
      clients: await listClientChoices(db, clientId),
    };
  });
  const [t, words] = await Promise.all([getTranslations('support.inbox'), getTranslations('support')]);
  const list = paths.admin.support;
  const kept = { status: status === 'all' ? undefined : status, project_id: projectId };
  const narrowed = { assigned, priority, category, client_id: clientId, search };
  const address = (more: Record<string, string | undefined>) => withQuery(list, { ...kept, ...narrowed, ...more });
  const all = ticketStatuses.reduce((sum, one) => sum + counts[one], 0);
  const tabs = (['all', ...ticketStatuses] as const).map((wanted) => ({
    href: address({ status: wanted === 'all' ? undefined : wanted }),
    label: words(`filter.${wanted}`),
    count: wanted === 'all' ? all : counts[wanted],
    current: status === wanted,
  }));
  const isFiltered = Object.values({ ...kept, ...narrowed }).some(Boolean);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <LinkButton href={paths.admin.savedReplies.list}>{t('replies')}</LinkButton>
            <LinkButton href={paths.admin.newTicket()} look="primary">
              {words('write.new')}
            </LinkButton>
          </>
        }
      />
      <RefreshOn records={['ticket']} />
      <Tabs label={words('filter.label')} tabs={tabs} className="mb-6" />
      <FilterBar
        address={list}
        search={{ label: t('search'), value: search }}
        choices={[
          {
            ...{ name: 'assigned', label: t('assigned'), all: t('anybody'), value: assigned },
            options: [
              { id: 'me', name: t('me') },
              { id: 'nobody', name: t('nobody') },
            ],
          },
          {
            ...{ name: 'priority', label: t('priority'), all: t('allPriorities'), value: priority },
            options: ticketPriorities.map((id) => ({ id, name: words(`priority.${id}`) })),
          },
          {
            ...{ name: 'category', label: t('category'), all: t('allCategories'), value: category },
            options: ticketCategories.map((id) => ({ id, name: words(`category.${id}`) })),
          },
          { name: 'client_id', label: t('client'), all: t('allClients'), value: clientId, options: clients },
        ]}
        keep={kept}
        className="mb-6"
      />
      {page.data.length > 0 ? (
        <>
          <InboxTable tickets={page.data} targets={targets} now={new Date()} timeZone={me.tenant.timeZone} />
          <InboxKeys hint={t('keys')} />
        </>
      ) : isFiltered ? (
        <EmptyState title={words('none.title')} action={<LinkButton href={list}>{words('none.clear')}</LinkButton>} />
      ) : (
        <EmptyState title={t('empty')} icon={<Icon name="inbox" />}>
          {t('emptyText')}
        </EmptyState>
      )}
      <Pagination
        firstHref={cursor ? address({}) : null}
        nextHref={page.nextCursor ? address({ cursor: page.nextCursor }) : null}
      />
    </>
  );
}
