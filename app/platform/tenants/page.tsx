import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { TenantTable } from '@/components/tenants/tenant-table';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Tabs } from '@/components/ui/tabs';
import { platformUser } from '@/lib/authz/guards';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { paths, withQuery } from '@/lib/paths';
import { listTenants } from '@/lib/tenants/queries';
import { tenantStatuses } from '@/lib/tenants/rule';
import { tenantFilter } from '@/lib/tenants/schemas';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('platform.tenants'))('title') };
}

export default async function TenantsPage({ searchParams }: PageProps<'/platform/tenants'>) {
  const me = await forPage(platformUser);
  const filter = await pageFilter(tenantFilter, searchParams);
  const { data, nextCursor } = await readPage(me, (db) => listTenants(db, filter));
  const [t, locale] = await Promise.all([getTranslations('platform.tenants'), getLocale()]);
  const { search, status, cursor } = filter;
  const address = (more: Record<string, string | null | undefined>) =>
    withQuery(paths.platform.tenants.list, { search, status, ...more });
  const tabs = ([undefined, ...tenantStatuses] as const).map((value) => ({
    href: address({ status: value }),
    label: t(`filter.${value ?? 'all'}`),
    current: status === value,
  }));

  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <LinkButton href={paths.platform.tenants.new} look="primary">
            {t('onboard')}
          </LinkButton>
        }
      />
      <Tabs label={t('filter.label')} tabs={tabs} />
      <FilterBar
        address={paths.platform.tenants.list}
        search={{ label: t('search'), value: search }}
        keep={{ status }}
      />
      {data.length === 0 ? (
        <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
      ) : (
        <TenantTable tenants={data} locale={locale} />
      )}
      <Pagination
        firstHref={cursor ? address({}) : null}
        nextHref={nextCursor ? address({ cursor: nextCursor }) : null}
      />
    </>
  );
}
