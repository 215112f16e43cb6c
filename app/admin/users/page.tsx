import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Tabs } from '@/components/ui/tabs';
import { UserTable } from '@/components/users/user-table';
import { adminUser } from '@/lib/authz/guards';
import { listClientChoices } from '@/lib/clients/queries';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { paths, withQuery } from '@/lib/paths';
import { listUsers } from '@/lib/users/queries';
import { userFilter, userType } from '@/lib/users/schemas';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('users.list'))('title') };
}

export default async function UsersPage({ searchParams }: PageProps<'/admin/users'>) {
  const me = await forPage(adminUser);
  const filter = await pageFilter(userFilter, searchParams);
  const { page, clients } = await readPage(me, async (db) => ({
    page: await listUsers(db, filter),
    clients: await listClientChoices(db, filter.clientId),
  }));
  const t = await getTranslations('users.list');
  const { search, clientId, cursor } = filter;
  const kept = { user_type: filter.userType, is_active: filter.isActive?.toString() };
  const address = (more: Record<string, string | undefined>) =>
    withQuery(paths.admin.users.list, { search, client_id: clientId, ...kept, ...more });
  const tabs = [undefined, ...userType.options].map((value) => ({
    href: address({ user_type: value }),
    label: t(`filter.${value ?? 'all'}`),
    current: filter.userType === value,
  }));

  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <LinkButton href={withQuery(paths.admin.users.new, { client_id: clientId })} look="primary">
            {t('new')}
          </LinkButton>
        }
      />
      <Tabs label={t('filter.label')} tabs={tabs} />
      <FilterBar
        address={paths.admin.users.list}
        search={{ label: t('search'), value: search }}
        choices={[{ name: 'client_id', label: t('client'), all: t('allClients'), value: clientId, options: clients }]}
        keep={kept}
      />
      {page.data.length > 0 ? (
        <UserTable users={page.data} timeZone={me.tenant.timeZone} />
      ) : (
        // Without a filter the list is never empty: it contains at least the current user.
        <EmptyState
          title={t('none.title')}
          action={<LinkButton href={paths.admin.users.list}>{t('clear')}</LinkButton>}
        >
          {t('none.text')}
        </EmptyState>
      )}
      <Pagination
        firstHref={cursor ? address({}) : null}
        nextHref={page.nextCursor ? address({ cursor: page.nextCursor }) : null}
      />
    </>
  );
}
