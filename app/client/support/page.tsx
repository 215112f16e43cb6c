import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RefreshOn } from '@/components/live/refresh-on';
import { TicketRows } from '@/components/support/ticket-rows';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Tabs } from '@/components/ui/tabs';
import { clientUser } from '@/lib/authz/guards';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { paths, withQuery } from '@/lib/paths';
import { countTickets, listTickets } from '@/lib/support/queries';
import { ticketStatuses } from '@/lib/support/rule';
import { ticketFilter } from '@/lib/support/schemas';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('support'))('title') };
}

export default async function ClientSupportPage({ searchParams }: PageProps<'/client/support'>) {
  const me = await forPage(clientUser);
  const filter = await pageFilter(ticketFilter, searchParams);
  const { page, counts } = await readPage(me, async (db) => ({
    page: await listTickets(db, filter, me),
    counts: await countTickets(db, me),
  }));
  const t = await getTranslations('support');
  const { status, search, cursor } = filter;
  const list = paths.client.support;
  const address = (more: Record<string, string | undefined>) =>
    withQuery(list, { status: status === 'all' ? undefined : status, search, ...more });
  const all = ticketStatuses.reduce((sum, one) => sum + counts[one], 0);
  const tabs = (['all', ...ticketStatuses] as const).map((wanted) => ({
    href: withQuery(list, { status: wanted === 'all' ? undefined : wanted }),
    label: t(`filter.${wanted}`),
    count: wanted === 'all' ? all : counts[wanted],
    current: status === wanted && !search,
  }));
  const ask = (
    <LinkButton href={paths.client.newTicket()} look="primary">
      {t('new')}
    </LinkButton>
  );
  if (all === 0)
    return (
      <div className="max-w-page">
        <PageHeader title={t('title')} />
        <EmptyState title={t('empty.title')} icon={<Icon name="message-circle" />} action={ask}>
          {t('empty.text', { tenant: me.tenant.name })}
        </EmptyState>
      </div>
    );
  return (
    <div className="max-w-page">
      <PageHeader title={t('title')} lead={t('lead', { tenant: me.tenant.name })} actions={ask} />
      <RefreshOn records={['ticket']} />
      <Tabs label={t('filter.label')} tabs={tabs} className="mb-6" />
      <FilterBar
        address={list}
        search={{ label: t('search'), value: search }}
        keep={{ status: status === 'all' ? undefined : status }}
        className="mb-6"
      />
      {page.data.length > 0 ? (
        <TicketRows tickets={page.data} tenant={me.tenant} />
      ) : (
        <EmptyState title={t('none.title')} action={<LinkButton href={list}>{t('none.clear')}</LinkButton>} />
      )}
      <Pagination
        firstHref={cursor ? address({}) : null}
        nextHref={page.nextCursor ? address({ cursor: page.nextCursor }) : null}
      />
    </div>
  );
}
