import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InvoiceSums } from '@/components/invoices/invoice-sums';
import { InvoiceTable } from '@/components/invoices/invoice-table';
import { CsvLink } from '@/components/ui/csv-link';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Tabs } from '@/components/ui/tabs';
import { adminUser } from '@/lib/authz/guards';
import { listClientChoices } from '@/lib/clients/queries';
import { today as todayIn } from '@/lib/dates';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { invoiceFilter, teamInvoiceStatus } from '@/lib/invoices/schemas';
import { listTeamInvoices, sumTeamInvoices } from '@/lib/invoices/team-queries';
import { paths, withQuery } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invoices'))('title') };
}

export default async function InvoicesPage({ searchParams }: PageProps<'/admin/invoices'>) {
  const me = await forPage(adminUser);
  const filter = await pageFilter(invoiceFilter, searchParams);
  const today = todayIn(me.tenant.timeZone);
  const { page, sums, clients } = await readPage(me, async (db) => ({
    page: await listTeamInvoices(db, filter, today),
    sums: await sumTeamInvoices(db, filter, today),
    clients: await listClientChoices(db, filter.clientId),
  }));
  const t = await getTranslations('invoices');
  const { list, new: create } = paths.admin.invoices;
  const { status, clientId, projectId, search, cursor } = filter;
  const kept = { status: status === 'all' ? undefined : status, project_id: projectId };
  const address = (more: Record<string, string | undefined>) =>
    withQuery(list, { ...kept, client_id: clientId, search, ...more });
  const tabs = teamInvoiceStatus.options.map((wanted) => ({
    href: address({ status: wanted === 'all' ? undefined : wanted }),
    label: t(`filter.${wanted}`),
    count: sums.reduce((count, of) => (of.status === wanted ? count + of.count : count), 0),
    current: status === wanted,
  }));
  const filtered = status !== 'all' || Boolean(clientId || projectId || search);
  const draft = (
    <LinkButton href={withQuery(create, { client: clientId, project: projectId })} look="primary">
      {t('new')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <>
            {page.data.length > 0 && (
              <CsvLink href={paths.files.moneyCsv('invoices', { ...kept, client_id: clientId, search })} />
            )}
            {draft}
          </>
        }
      />
      <Tabs label={t('filter.label')} tabs={tabs} />
      <FilterBar
        address={list}
        search={{ label: t('search'), value: search }}
        choices={[
          { name: 'client_id', label: t('column.client'), all: t('allClients'), value: clientId, options: clients },
        ]}
        keep={kept}
        className="mb-6"
      />
      {page.data.length > 0 ? (
        <>
          <InvoiceSums sums={sums.filter((of) => of.status === status)} />
          <InvoiceTable invoices={page.data} today={today} />
        </>
      ) : filtered ? (
        <EmptyState title={t('none.title')} action={<LinkButton href={list}>{t('none.clear')}</LinkButton>} />
      ) : (
        <EmptyState title={t('empty.title')} icon={<Icon name="receipt-text" />} action={draft}>
          {t('emptyTeam')}
        </EmptyState>
      )}
      <Pagination
        firstHref={cursor ? address({}) : null}
        nextHref={page.nextCursor ? address({ cursor: page.nextCursor }) : null}
      />
    </>
  );
}
