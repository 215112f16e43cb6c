import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InvoiceSums } from '@/components/invoices/invoice-sums';
import { InvoiceTable } from '@/components/invoices/invoice-table';
import { ProjectHead } from '@/components/projects/project-head';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Pagination } from '@/components/ui/pagination';
import { adminUser } from '@/lib/authz/guards';
import { today as todayIn } from '@/lib/dates';
import { forPage, pageFilter, pageId, readPage } from '@/lib/doors/page';
import { invoiceOrder } from '@/lib/invoices/schemas';
import { listTeamInvoices, sumTeamInvoices } from '@/lib/invoices/team-queries';
import { pageQuery } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import { getTeamProject } from '@/lib/projects/team-queries';

const listPage = pageQuery(invoiceOrder);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invoices'))('title') };
}

export default async function ProjectInvoicesPage({
  params,
  searchParams,
}: PageProps<'/admin/projects/[id]/invoices'>) {
  const me = await forPage(adminUser);
  const [id, page] = await Promise.all([pageId(params), pageFilter(listPage, searchParams)]);
  const today = todayIn(me.tenant.timeZone);
  const filter = { ...page, status: 'all' as const, projectId: id };
  const { project, invoices, sums } = await readPage(me, async (db) => ({
    project: await getTeamProject(db, { id }),
    invoices: await listTeamInvoices(db, filter, today),
    sums: await sumTeamInvoices(db, filter, today),
  }));
  const t = await getTranslations('invoices');
  const address = paths.admin.projects.invoices(id);
  const draft = (
    <LinkButton href={withQuery(paths.admin.invoices.new, { client: project.clientId, project: id })} look="primary">
      {t('new')}
    </LinkButton>
  );
  return (
    <>
      <ProjectHead
        project={project}
        viewer="admin"
        current="invoices"
        clientName={project.clientName}
        actions={draft}
      />
      {invoices.data.length > 0 ? (
        <>
          <InvoiceSums sums={sums.filter((of) => of.status === 'all')} />
          <InvoiceTable invoices={invoices.data} today={today} />
        </>
      ) : (
        <EmptyState title={t('empty.title')} action={draft} />
      )}
      <Pagination
        firstHref={page.cursor ? address : null}
        nextHref={invoices.nextCursor ? withQuery(address, { cursor: invoices.nextCursor }) : null}
      />
    </>
  );
}
