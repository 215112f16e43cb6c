import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientTable } from '@/components/clients/client-table';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Tabs } from '@/components/ui/tabs';
import { teamMember } from '@/lib/authz/guards';
import { listClients } from '@/lib/clients/queries';
import { clientFilter } from '@/lib/clients/schemas';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { paths, withQuery } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clients.list'))('title') };
}

export default async function ClientsPage({ searchParams }: PageProps<'/admin/clients'>) {
  const me = await forPage(teamMember);
  const filter = await pageFilter(clientFilter, searchParams);
  const { data, nextCursor } = await readPage(me, (db) => listClients(db, filter));
  const t = await getTranslations('clients.list');
  const { search, isActive, cursor } = filter;
  const address = (more: Record<string, string | boolean | undefined>) =>
    withQuery(paths.admin.clients.list, { search, is_active: isActive, ...more });
  const tabs = ([undefined, true, false] as const).map((value) => ({
    href: address({ is_active: value }),
    label: value === undefined ? t('filter.all') : value ? t('filter.active') : t('filter.inactive'),
    current: isActive === value,
  }));
  const create = me.userType === 'admin' && (
    <LinkButton href={paths.admin.clients.new} look="primary">
      {t('new')}
    </LinkButton>
  );
  const filtered = Boolean(search || isActive !== undefined || cursor);

  return (
    <>
      <PageHeader title={t('title')} actions={create} />
      <Tabs label={t('filter.label')} tabs={tabs} />
      <FilterBar
        address={paths.admin.clients.list}
        search={{ label: t('search'), value: search }}
        keep={{ is_active: isActive?.toString() }}
      />
      {data.length > 0 ? (
        <ClientTable clients={data} />
      ) : filtered ? (
        <EmptyState
          title={t('none.title')}
          action={
            <LinkButton href={paths.admin.clients.list} look="secondary">
              {t('clear')}
            </LinkButton>
          }
        >
          {t('none.text')}
        </EmptyState>
      ) : (
        <EmptyState title={t('empty.title')} icon={<Icon name="users-round" />} action={create}>
          {t('empty.text')}
        </EmptyState>
      )}
      <Pagination
        firstHref={cursor ? address({}) : null}
        nextHref={nextCursor ? address({ cursor: nextCursor }) : null}
      />
    </>
  );
}
