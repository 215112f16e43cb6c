import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InvoiceRows } from '@/components/invoices/invoice-rows';
import { InvoiceSums } from '@/components/invoices/invoice-sums';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Tabs } from '@/components/ui/tabs';
import { clientUser } from '@/lib/authz/guards';
import { today as todayIn } from '@/lib/dates';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { listInvoices, sumInvoices, sumsFor } from '@/lib/invoices/queries';
import { clientInvoiceFilter } from '@/lib/invoices/schemas';
import { paths, withQuery } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invoices'))('title') };
}

const shown = ['all', 'unpaid', 'overdue', 'paid'] as const;

export default async function ClientInvoicesPage({ searchParams }: PageProps<'/client/invoices'>) {
  const me = await forPage(clientUser);
  const filter = await pageFilter(clientInvoiceFilter, searchParams);
  const today = todayIn(me.tenant.timeZone);
  const { page, sums } = await readPage(me, async (db) => ({
    page: await listInvoices(db, filter, today),
    sums: await sumInvoices(db, today),
  }));
  const [t, balance] = await Promise.all([getTranslations('invoices'), getTranslations('ledger.client')]);
  const { status, cursor } = filter;
  const address = (wanted: (typeof shown)[number]) => paths.client.invoices(wanted === 'all' ? {} : { status: wanted });
  const of = (wanted: string) => sumsFor(sums, wanted, me.tenant.currency);
  const tabs = shown.map((wanted) => ({
    href: address(wanted),
    label: t(`filter.${wanted}`),
    count: of(wanted).count,
    current: status === wanted,
  }));
  return (
    <div className="max-w-page">
      <PageHeader
        title={t('title')}
        lead={t('lead', { tenant: me.tenant.name })}
        actions={<LinkButton href={paths.client.ledger}>{balance('title')}</LinkButton>}
      />
      {of('all').count > 0 && <Tabs label={t('filter.label')} tabs={tabs} className="mb-6" />}
      {page.data.length > 0 ? (
        <>
          <InvoiceSums sums={[of(status)]} />
          <InvoiceRows invoices={page.data} today={today} />
        </>
      ) : of('all').count > 0 ? (
        <EmptyState title={t('none.title')} />
      ) : (
        <EmptyState title={t('empty.title')} icon={<Icon name="receipt-text" />}>
          {t('empty.text', { tenant: me.tenant.name })}
        </EmptyState>
      )}
      <Pagination
        firstHref={cursor ? address(status) : null}
        nextHref={
          page.nextCursor
            ? withQuery(paths.client.invoices(), { status: status === 'all' ? null : status, cursor: page.nextCursor })
            : null
        }
      />
    </div>
  );
}
