import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { InvoiceRows } from '@/components/invoices/invoice-rows';
import { InvoiceSums } from '@/components/invoices/invoice-sums';
import { PaymentSchedule } from '@/components/invoices/payment-schedule';
import { ProjectHead } from '@/components/projects/project-head';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { clientUser } from '@/lib/authz/guards';
import { today as todayIn } from '@/lib/dates';
import { forPage, pageFilter, pageId, readPage } from '@/lib/doors/page';
import { ofProject } from '@/lib/invoices/of-project/queries';
import { listInvoices, sumInvoices, sumsFor } from '@/lib/invoices/queries';
import { getSchedule } from '@/lib/invoices/schedule/queries';
import { clientInvoiceOrder } from '@/lib/invoices/schemas';
import { pageQuery } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import { getProject } from '@/lib/projects/queries';

const listPage = pageQuery(clientInvoiceOrder);

type Props = PageProps<'/client/projects/[id]/invoices'>;

/** Cached per request: the page and its title share one read. */
const load = cache(async (id: string, cursor: string | undefined, limit: number) => {
  const me = await forPage(clientUser);
  const today = todayIn(me.tenant.timeZone);
  const read = await readPage(me, async (db) => ({
    project: await getProject(db, { id }),
    invoices: await listInvoices(db, { status: 'all', projectId: id, limit, ...(cursor ? { cursor } : {}) }, today),
    sums: await sumInvoices(db, today, ofProject(id)),
    schedule: await getSchedule(db, { id }, today),
  }));
  return { me, today, ...read };
});

async function loadPage({ params, searchParams }: Props) {
  const [id, { cursor, limit }] = await Promise.all([pageId(params), pageFilter(listPage, searchParams)]);
  return { ...(await load(id, cursor, limit)), cursor };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations('projects.tabs');
  return { title: `${t('invoices')} · ${(await loadPage(props)).project.name}` };
}

export default async function ClientProjectInvoicesPage(props: Props) {
  const { me, today, project, invoices, sums, schedule, cursor } = await loadPage(props);
  const t = await getTranslations('invoices');
  const address = paths.client.project.invoices(project.id);
  return (
    <div className="max-w-page">
      <ProjectHead project={project} viewer="client" current="invoices" />
      {invoices.data.length > 0 ? (
        <>
          <InvoiceSums sums={[sumsFor(sums, 'all', me.tenant.currency)]} />
          <InvoiceRows invoices={invoices.data} today={today} />
        </>
      ) : (
        <EmptyState title={t('empty.title')}>{t('empty.text', { tenant: me.tenant.name })}</EmptyState>
      )}
      <Pagination
        firstHref={cursor ? address : null}
        nextHref={invoices.nextCursor ? withQuery(address, { cursor: invoices.nextCursor }) : null}
      />
      <PaymentSchedule schedule={schedule} hrefOf={paths.client.invoice} />
    </div>
  );
}
