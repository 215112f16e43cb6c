import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OpenClaims } from '@/components/payments/open-claims';
import { PaymentTable } from '@/components/payments/payment-table';
import { Sums } from '@/components/payments/sums';
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
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { listOpenClaims } from '@/lib/invoices/claims/team-queries';
import { paymentFilter } from '@/lib/invoices/payments/schemas';
import { listPayments, sumPayments } from '@/lib/invoices/payments/team-queries';
import { paths, withQuery } from '@/lib/paths';

/** Claims above the list; further ones follow as these are decided. */
const mostClaims = 20;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('payments'))('title') };
}

export default async function PaymentsPage({ searchParams }: PageProps<'/admin/payments'>) {
  const me = await forPage(adminUser);
  // A span of dates is for programs: two of them in an address could contradict each other.
  const filter = await pageFilter(paymentFilter.omit({ dateFrom: true, dateTo: true }), searchParams);
  const { page, sums, claims, clients } = await readPage(me, async (db) => ({
    page: await listPayments(db, filter),
    sums: await sumPayments(db, filter),
    claims: await listOpenClaims(db, mostClaims + 1),
    clients: await listClientChoices(db, filter.clientId),
  }));
  const t = await getTranslations('payments');
  const { list, new: create } = paths.admin.payments;
  const { unallocated, clientId, search, cursor } = filter;
  const rest = unallocated === 'true' ? 'true' : undefined;
  const address = (more: Record<string, string | undefined>) =>
    withQuery(list, { unallocated: rest, client_id: clientId, search, ...more });
  const tabs = [
    { href: address({ unallocated: undefined }), label: t('filter.all'), current: !rest },
    { href: address({ unallocated: 'true' }), label: t('filter.rest'), current: rest !== undefined },
  ];
  const record = (
    <LinkButton href={withQuery(create, { client: clientId })} look="primary">
      {t('new')}
    </LinkButton>
  );
  const lines = sums.map(({ currency, count, amountMinor, unallocatedMinor }) => ({
    currency,
    parts: [
      { label: t('sums.amount', { count }), minor: amountMinor },
      { label: t('sums.rest'), minor: unallocatedMinor },
    ],
  }));
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <>
            {page.data.length > 0 && (
              <CsvLink href={paths.files.moneyCsv('payments', { unallocated: rest, client_id: clientId, search })} />
            )}
            {record}
          </>
        }
      />
      {!cursor && <OpenClaims claims={claims.slice(0, mostClaims)} hasMore={claims.length > mostClaims} />}
      <Tabs label={t('filter.label')} tabs={tabs} />
      <FilterBar
        address={list}
        search={{ label: t('search'), value: search }}
        choices={[
          { name: 'client_id', label: t('form.client'), all: t('allClients'), value: clientId, options: clients },
        ]}
        keep={{ unallocated: rest }}
        className="mb-6"
      />
      {page.data.length > 0 ? (
        <>
          <Sums sums={lines} />
          <PaymentTable payments={page.data} />
        </>
      ) : rest || clientId || search ? (
        <EmptyState title={t('none.title')} action={<LinkButton href={list}>{t('none.clear')}</LinkButton>} />
      ) : (
        <EmptyState title={t('empty.title')} icon={<Icon name="banknote" />} action={record}>
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
